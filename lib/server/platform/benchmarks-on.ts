/** Whether this server answers what only benchmarks ask for (PLUMBLINE_BENCH); off unless it is set. */
export function benchmarksOn(): boolean {
  return process.env.PLUMBLINE_BENCH === "true" || process.env.PLUMBLINE_BENCH === "1";
}
