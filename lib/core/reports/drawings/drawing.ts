import type { StageRef } from "../../marks/stage-ref";

/** A picture in points (1/72 inch), from its top left corner, made of plain shapes. Colours are names of tokens. */
export type Drawing = Readonly<{ width: number; height: number; shapes: readonly Shape[] }>;

export type Colour =
  | "ink"
  | "ink-2"
  | "ink-3"
  | "line"
  | "line-strong"
  | "sunk"
  | "surface"
  | "accent"
  | "accent-soft"
  | "danger"
  | StageColour;
type Tone = StageRef["tone"];
export type StageColour = Tone | `${Tone}-ink` | `${Tone}-soft`;
/** `hatch` is the pattern of what is not known yet. */
export type Fill = Colour | "hatch";
export type Point = readonly [x: number, y: number];

type Lined = Readonly<{ stroke?: Colour; strokeWidth?: number; dash?: "dashed" | "dotted" }>;

export type Shape =
  | (Readonly<{ kind: "rect"; x: number; y: number; width: number; height: number; fill?: Fill; radius?: number }> &
      Lined)
  | (Readonly<{ kind: "line"; from: Point; to: Point }> & Lined)
  | (Readonly<{ kind: "path"; points: readonly Point[]; closed: boolean; fill?: Fill; faint?: boolean }> & Lined)
  | (Readonly<{ kind: "circle"; at: Point; radius: number; fill?: Fill }> & Lined)
  | Readonly<{ kind: "mark"; at: Point; size: number; stage: StageRef }>
  | Label;

/** Text on its baseline. One line: what is wider than `room` is set smaller, then cut off. */
export type Label = Readonly<{
  kind: "label";
  at: Point;
  text: string;
  /** Points. */
  size: number;
  anchor?: "start" | "middle" | "end";
  weight?: "regular" | "medium" | "strong";
  figures?: boolean;
  colour?: Colour;
  room?: number;
}>;
