import type { CapacityPeriod } from "./types";

/** Heights of a column in shares of the tallest one: what there is, what is used of it, and what is over. */
export type CapacityColumn = Readonly<{ period: CapacityPeriod; there: number; used: number; over: number }>;

/** Columns over a common scale, whose top is the largest capacity or use. */
export function capacityColumns(periods: readonly CapacityPeriod[]): readonly CapacityColumn[] {
  const most = Math.max(...periods.flatMap((period) => [period.capacity, period.used]), 1e-9);
  return periods.map((period) => ({
    period,
    there: period.capacity / most,
    used: Math.min(period.used, period.capacity) / most,
    over: Math.max(period.used - period.capacity, 0) / most,
  }));
}
