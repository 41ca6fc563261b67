"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useState } from "react";
import type { LiveProps } from "./trend-live-props";

const Layer = dynamic(() => import("./trend-layer").then((module) => module.TrendLayer), { ssr: false });

/**
 * The server's picture, and over it, from the first hover or focus on, a layer that reads it: crosshair, tooltip and
 * arrow keys. Until then nothing of it is loaded.
 */
export function TrendLive({ children, ...live }: LiveProps & Readonly<{ children: ReactNode }>) {
  const [wanted, setWanted] = useState<"no" | "hover" | "focus">("no");
  const [ready, setReady] = useState(false);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      role="group"
      aria-label={live.label}
      tabIndex={ready ? undefined : 0}
      onPointerEnter={() => setWanted((was) => (was === "no" ? "hover" : was))}
      onFocus={() => setWanted((was) => (was === "no" ? "focus" : was))}
      className="relative rounded"
    >
      {children}
      {wanted !== "no" && (
        <div className="absolute inset-y-0 right-4 left-8 pt-3 print:hidden">
          <Layer {...live} focusAtOnce={wanted === "focus"} onReady={() => setReady(true)} />
        </div>
      )}
    </div>
  );
}
