/** One figure of a benchmark: what was measured, and the limit that it is held against. */
export type Figure = Readonly<{ what: string; value: number; unit: "×" | "ms" | "s" | "KB" | ""; limit?: number }>;

/** Prints figures as a table and says which are over their limit. @returns whether all are within */
export function printFigures(title: string, figures: readonly Figure[]): boolean {
  console.log(`\n${title}`);
  let within = true;
  for (const { what, value, unit, limit } of figures) {
    const fine = limit === undefined || value <= limit;
    within &&= fine;
    const number = value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
    console.log(
      `  ${fine ? " " : "!"} ${what.padEnd(72)} ${number.padStart(8)} ${unit}${limit === undefined ? "" : `  (at most ${limit} ${unit})`}`,
    );
  }
  return within;
}
