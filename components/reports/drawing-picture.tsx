// On the client's side of the line so that it is drawn in one go: what the server streams inside an <svg> comes wrapped in a
// style attribute, which our Content-Security-Policy refuses.
"use client";

import { clsx } from "clsx";
import { useId } from "react";
import { Hatch } from "@/components/marks/hatch";
import { StageMark } from "@/components/marks/stage-mark";
import type { Colour, Drawing, Shape } from "@/lib/core/reports/drawings/drawing";

/** A picture of the report, drawn for the page from the same shapes that the PDF draws. */
export function DrawingPicture({ drawing, alt }: Readonly<{ drawing: Drawing; alt: string }>) {
  const hatch = useId();
  return (
    <svg
      role="img"
      aria-label={alt}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      className="h-auto w-full min-w-110"
    >
      <Hatch id={hatch} />
      {drawing.shapes.map((shape, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shapes are drawn once, in order, and have no identity
        <ShapePicture key={index} shape={shape} hatch={hatch} />
      ))}
    </svg>
  );
}

const DASHES = { dashed: "4 3", dotted: "1 2" };

function ShapePicture({ shape, hatch }: Readonly<{ shape: Shape; hatch: string }>) {
  switch (shape.kind) {
    case "rect":
      return (
        <rect
          x={shape.x}
          y={shape.y}
          width={shape.width}
          height={shape.height}
          rx={shape.radius}
          {...paint(shape, hatch)}
        />
      );
    case "line":
      return <line x1={shape.from[0]} y1={shape.from[1]} x2={shape.to[0]} y2={shape.to[1]} {...paint(shape, hatch)} />;
    case "path":
      return (
        <path
          d={`M${shape.points.map(([x, y]) => `${x} ${y}`).join("L")}${shape.closed ? "z" : ""}`}
          opacity={shape.faint ? 0.25 : undefined}
          {...paint(shape, hatch)}
        />
      );
    case "circle":
      return <circle cx={shape.at[0]} cy={shape.at[1]} r={shape.radius} {...paint(shape, hatch)} />;
    case "mark":
      return (
        <svg x={shape.at[0]} y={shape.at[1]} width={shape.size} height={shape.size} aria-hidden>
          <StageMark stage={shape.stage} size={shape.size} decorative />
        </svg>
      );
    case "label":
      return (
        <text
          x={shape.at[0]}
          y={shape.at[1]}
          fontSize={shape.size}
          textAnchor={shape.anchor}
          fill={token(shape.colour ?? "ink")}
          fontWeight={WEIGHTS[shape.weight ?? "regular"]}
          className={clsx(shape.figures && "font-mono")}
          {...fitted(shape)}
        >
          {shape.text}
        </text>
      );
  }
}

const WEIGHTS = { regular: 400, medium: 500, strong: 600 };
/** Plex is about this wide per letter, in ems; only to know when a label must be squeezed into its room. */
const LETTER = 0.5;

function fitted({ text, size, room }: Extract<Shape, { kind: "label" }>) {
  return room !== undefined && text.length * size * LETTER > room
    ? { textLength: room, lengthAdjust: "spacingAndGlyphs" as const }
    : {};
}

type Painted = Readonly<{ fill?: Colour | "hatch"; stroke?: Colour; strokeWidth?: number; dash?: "dashed" | "dotted" }>;

function paint(shape: Painted, hatch: string) {
  const { fill, stroke, strokeWidth, dash } = shape;
  return {
    fill: fill === undefined ? "none" : fill === "hatch" ? `url(#${hatch})` : token(fill),
    stroke: stroke && token(stroke),
    strokeWidth,
    strokeDasharray: dash && DASHES[dash],
  };
}

function token(colour: Colour): string {
  return `var(--${colour})`;
}
