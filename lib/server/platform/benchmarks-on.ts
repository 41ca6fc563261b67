/** Whether this server answers what only benchmarks ask for (PLUMBLINE_BENCH); off unless it is set, and wherever people have an address to reach it by. */
export function benchmarksOn(): boolean {
  if (process.env.PUBLIC_URL) return false;
  return process.env.PLUMBLINE_BENCH === "true" || process.env.PLUMBLINE_BENCH === "1";
}
