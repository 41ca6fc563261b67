/** What a level bar shows. Levels in [1, stages]; laws: verified ≤ low ≤ high. */
export type LevelBarValues = Readonly<{
  low: number;
  high: number;
  verified: number;
  /** Number of stages n; the bar runs from 1 to n. */
  stages: number;
  /** The level of the snapshot that is compared with. */
  last?: number;
  target?: number;
  /** The level before the last answer, drawn as a ghost. */
  before?: number;
}>;

export type Span = Readonly<{ start: number; length: number }>;

/** Everything as a share of the bar's width, so that page and report draw the same at any size. */
export type LevelBarGeometry = Readonly<{
  verified: Span;
  claimed: Span;
  /** The band from low to high: what is not known yet. */
  unknown: Span;
  /** Whole levels inside the bar. */
  ticks: readonly number[];
  last?: number;
  target?: number;
  before?: number;
}>;

/** Where each part of a level bar lies, in shares of its width (0 is level 1, 1 is level n). Values outside are cut off. */
export function levelBarGeometry({
  low,
  high,
  verified,
  stages,
  last,
  target,
  before,
}: LevelBarValues): LevelBarGeometry {
  const at = (level: number) => (stages < 2 ? 0 : Math.min(Math.max((level - 1) / (stages - 1), 0), 1));
  const from = at(low);
  return {
    verified: { start: 0, length: at(verified) },
    claimed: { start: 0, length: from },
    unknown: { start: from, length: Math.max(at(high) - from, 0) },
    ticks: Array.from({ length: Math.max(stages - 2, 0) }, (_, index) => at(index + 2)),
    last: last === undefined ? undefined : at(last),
    target: target === undefined ? undefined : at(target),
    before: before === undefined ? undefined : at(before),
  };
}
