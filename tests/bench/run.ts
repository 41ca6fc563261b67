import { cpus } from "node:os";
import { benchDashboard } from "./dashboard";
import { benchDashboardBrowser } from "./dashboard-browser";
import { benchLive } from "./live";
import { benchPdf } from "./pdf";
import { benchPortfolio } from "./portfolio";
import { benchSaveAnswer } from "./save-answer";
import { benchScoring } from "./scoring";
import { benchStart } from "./start";
import { benchWalk } from "./walk";

const BENCHMARKS: Readonly<Record<string, () => Promise<boolean>>> = {
  "save-answer": benchSaveAnswer,
  dashboard: benchDashboard,
  live: benchLive,
  scoring: benchScoring,
  pdf: benchPdf,
  portfolio: benchPortfolio,
  "dashboard-browser": benchDashboardBrowser,
  start: benchStart,
  walk: benchWalk,
};

/**
 * Runs the benchmarks named, or all of them.
 * @returns whether every figure is within its limit
 */
export async function runBenchmarks(names: readonly string[]): Promise<boolean> {
  console.log(
    `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? "?"}, ${new Date().toISOString().slice(0, 10)}`,
  );
  let within = true;
  for (const [name, bench] of Object.entries(BENCHMARKS)) {
    if (names.length > 0 && !names.includes(name)) continue;
    within = (await bench()) && within;
  }
  return within;
}
