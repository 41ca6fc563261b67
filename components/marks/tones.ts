import type { StageTone } from "@/lib/core/marks/stage-ref";

/** A stage's colour, or none for what has a level and no stage (principles, drivers). */
export type Tone = StageTone | "neutral";

type Classes = Readonly<Record<Tone, string>>;

export const FILL: Classes = {
  traditional: "fill-traditional",
  initial: "fill-initial",
  advanced: "fill-advanced",
  optimal: "fill-optimal",
  neutral: "fill-ink-2",
};

export const STROKE: Classes = {
  traditional: "stroke-traditional",
  initial: "stroke-initial",
  advanced: "stroke-advanced",
  optimal: "stroke-optimal",
  neutral: "stroke-ink-2",
};

export const TEXT: Classes = {
  traditional: "text-traditional-ink",
  initial: "text-initial-ink",
  advanced: "text-advanced-ink",
  optimal: "text-optimal-ink",
  neutral: "text-ink",
};

export const SOFT: Classes = {
  traditional: "bg-traditional-soft",
  initial: "bg-initial-soft",
  advanced: "bg-advanced-soft",
  optimal: "bg-optimal-soft",
  neutral: "bg-sunk",
};

export const SOFT_FILL: Classes = {
  traditional: "fill-traditional-soft",
  initial: "fill-initial-soft",
  advanced: "fill-advanced-soft",
  optimal: "fill-optimal-soft",
  neutral: "fill-sunk",
};
