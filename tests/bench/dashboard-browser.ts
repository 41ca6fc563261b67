import { chromium } from "@playwright/test";
import { findChromium } from "../../scripts/find-chromium.mjs";
import { type BenchApp, startBenchApp } from "./support/bench-app";
import { firstVisit, medianOf, type Parts, SLOWDOWN, scriptsOf, type Visit } from "./support/first-visit";
import { type Figure, printFigures } from "./support/report";

const VISITS = 11;
/** Goals of the issue, against a blank page of the same application. */
const LIMITS = { figures: 1.3, charts: 2, scripts: 150 };

const BLANK: Parts = { heading: ["main h1"] };
const DASHBOARD: Parts = {
  figures: ["main .text-figure", "[aria-label='In short'] li"],
  charts: ["pillars", "topics", "shape", "architecture", "trend", "freshness"].map(
    (id) => `#${id} [data-chart-picture] svg`,
  ),
};

/** The sample's dashboard in Chromium at a quarter of the processor's speed, nothing cached, beside a blank page. */
export async function benchDashboardBrowser(): Promise<boolean> {
  const bench = await startBenchApp(1);
  const executablePath = findChromium(console.log);
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const dashboard = await sampleDashboard(bench);
    const blank = `${bench.app.origin}/bench/blank`;
    const visits: { blank: Visit[]; dashboard: Visit[] } = { blank: [], dashboard: [] };
    // In turn, so that a machine that slows down slows both; the first of each lets the server have everything at hand.
    for (let i = 0; i < VISITS + 1; i++) {
      const [one, other] = [
        await firstVisit(browser, bench, blank, BLANK),
        await firstVisit(browser, bench, dashboard, DASHBOARD),
      ];
      if (i === 0) continue;
      visits.blank.push(one);
      visits.dashboard.push(other);
    }
    const scripts = (await scriptsOf(browser, bench, dashboard)) - (await scriptsOf(browser, bench, blank));
    return printFigures(`Dashboard in Chromium, processor ${SLOWDOWN} times slower`, figuresOf(visits, scripts));
  } finally {
    await browser.close();
    await bench.stop();
  }
}

/** The address of the sample's dashboard, with the sample loaded. */
async function sampleDashboard({ app: { origin }, members }: BenchApp): Promise<string> {
  const cookie = members[0]?.cookie ?? "";
  const headers = { cookie, origin, "Content-Type": "application/json" };
  const loaded = await fetch(`${origin}/api/sample`, { method: "POST", headers, body: "{}" });
  const { slug } = (await loaded.json()) as { slug: string };
  const home = await (await fetch(`${origin}/${slug}`, { headers: { cookie } })).text();
  return `${origin}${/\/[\w-]+\/assessments\/[\w-]+\/dashboard/.exec(home)?.[0]}`;
}

function figuresOf(
  visits: Readonly<{ blank: readonly Visit[]; dashboard: readonly Visit[] }>,
  scripts: number,
): Figure[] {
  const blank = medianOf(visits.blank, ({ parts }) => parts.heading);
  const figures = medianOf(visits.dashboard, ({ parts }) => parts.figures);
  const charts = medianOf(visits.dashboard, ({ parts }) => parts.charts);
  const firstPaints = [
    medianOf(visits.blank, ({ firstPaint }) => firstPaint),
    medianOf(visits.dashboard, ({ firstPaint }) => firstPaint),
  ] as const;
  return [
    { what: "blank page visible", value: blank, unit: "ms" },
    { what: "dashboard: figures visible", value: figures, unit: "ms" },
    { what: "dashboard: figures visible ÷ blank page", value: figures / blank, unit: "×", limit: LIMITS.figures },
    { what: "dashboard: every chart painted", value: charts, unit: "ms" },
    { what: "dashboard: every chart painted ÷ blank page", value: charts / blank, unit: "×", limit: LIMITS.charts },
    { what: "blank page, first paint before its scripts", value: firstPaints[0], unit: "ms" },
    { what: "dashboard, first paint, which holds the figures", value: firstPaints[1], unit: "ms" },
    { what: "dashboard ÷ blank page, by first paint", value: firstPaints[1] / firstPaints[0], unit: "×" },
    { what: "dashboard: compressed scripts above a blank page's", value: scripts, unit: "KB", limit: LIMITS.scripts },
  ];
}
