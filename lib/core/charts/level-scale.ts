/** A vertical axis of levels: `at` is 0 at the bottom and 1 at the top. */
export type LevelScale = Readonly<{
  low: number;
  high: number;
  ticks: readonly number[];
  at: (level: number) => number;
}>;

/** The whole axis, from 1 to n, with a tick at each whole level. */
export function wholeLevelScale(stages: number): LevelScale {
  return scale(1, stages, { step: 1 });
}

/**
 * An axis that fits the levels shown, with two to five ticks at round distances. Never narrower than `narrowest`, never
 * outside [1, n].
 */
export function fittedLevelScale(
  levels: readonly number[],
  { stages, narrowest = 0.4 }: Readonly<{ stages: number; narrowest?: number }>,
): LevelScale {
  const lowest = Math.min(...levels, stages);
  const highest = Math.max(...levels, lowest);
  const spread = Math.max(highest - lowest, narrowest);
  const step = [0.05, 0.1, 0.2, 0.25, 0.5, 1].find((candidate) => spread / candidate <= 4) ?? 1;
  const high = Math.min(stages, Math.max(Math.ceil(highest / step - 1e-9) * step, lowest + spread));
  const low = Math.max(1, Math.min(Math.floor(lowest / step + 1e-9) * step, high - spread));
  return scale(low, high, { step });
}

function scale(low: number, high: number, { step }: Readonly<{ step: number }>): LevelScale {
  const length = Math.max(high - low, 1e-9);
  const count = Math.floor(length / step + 1e-9);
  return {
    low,
    high,
    ticks: Array.from({ length: count + 1 }, (_, index) => Number((low + index * step).toFixed(4))),
    at: (level) => Math.min(Math.max((level - low) / length, 0), 1),
  };
}
