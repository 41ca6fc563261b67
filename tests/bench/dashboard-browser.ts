import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import { findChromium } from "../../scripts/find-chromium.mjs";
import { startBenchApp } from "./support/bench-app";
import { quantile } from "./support/load";
import { type Figure, printFigures } from "./support/report";

/** Pages are opened in turn, so that a machine that slows down slows both. */
const ROUNDS = 9;
const SLOWDOWN = 4;
/** Goals of the issue, against a blank page of the same application. */
const LIMITS = { figures: 1.3, charts: 2, scripts: 150 };

type Seen = Readonly<{ figures: number; charts: number; scripts: number }>;

/** What has to be on screen before a page counts as shown: selectors, all of them. */
type Wanted = Readonly<{ figures: readonly string[]; charts: readonly string[] }>;

const BLANK: Wanted = { figures: ["main h1"], charts: ["main h1"] };
const DASHBOARD: Wanted = {
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
    const { origin } = bench.app;
    const context = await signedIn(browser, origin, bench.members[0]?.cookie ?? "");
    const loaded = await context.request.post(`${origin}/api/sample`, { headers: { origin }, data: {} });
    const { slug } = (await loaded.json()) as { slug: string };
    const home = await (await context.request.get(`${origin}/${slug}`)).text();
    const dashboard = `${origin}${/\/[\w-]+\/assessments\/[\w-]+\/dashboard/.exec(home)?.[0]}`;
    const blank = `${origin}/bench/blank`;
    // Once each, so that the server has everything at hand.
    for (const [address, wanted] of [
      [blank, BLANK],
      [dashboard, DASHBOARD],
    ] as const)
      await open(context, address, wanted);
    const seen: { blank: Seen[]; dashboard: Seen[] } = { blank: [], dashboard: [] };
    for (let round = 0; round < ROUNDS; round++) {
      seen.blank.push(await open(context, blank, BLANK));
      seen.dashboard.push(await open(context, dashboard, DASHBOARD));
    }
    return printFigures("Dashboard in Chromium, processor 4 times slower", figuresOf(seen));
  } finally {
    await browser.close();
    await bench.stop();
  }
}

function figuresOf({ blank, dashboard }: Readonly<{ blank: readonly Seen[]; dashboard: readonly Seen[] }>): Figure[] {
  const middle = (of: readonly Seen[], what: keyof Seen) =>
    quantile(
      of.map((one) => one[what]),
      0.5,
    );
  const base = middle(blank, "figures");
  const over = (what: "figures" | "charts") => middle(dashboard, what) / base;
  return [
    { what: "blank page painted", value: base, unit: "ms" },
    { what: "dashboard: figures visible", value: middle(dashboard, "figures"), unit: "ms" },
    { what: "dashboard: figures visible, of a blank page", value: over("figures"), unit: "×", limit: LIMITS.figures },
    { what: "dashboard: every chart painted", value: middle(dashboard, "charts"), unit: "ms" },
    { what: "dashboard: every chart painted, of a blank page", value: over("charts"), unit: "×", limit: LIMITS.charts },
    {
      what: "dashboard: compressed scripts above a blank page's",
      value: (middle(dashboard, "scripts") - middle(blank, "scripts")) / 1024,
      unit: "KB",
      limit: LIMITS.scripts,
    },
  ];
}

async function signedIn(browser: Browser, origin: string, cookie: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const [name = "", ...value] = cookie.split("=");
  await context.addCookies([{ name, value: value.join("="), url: origin }]);
  return context;
}

/** Opens a page with an empty cache; times are from the start of the navigation to the frame after the last part was there. */
async function open(context: BrowserContext, address: string, wanted: Wanted): Promise<Seen> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  const scripts = new Set<string>();
  let bytes = 0;
  session.on("Network.responseReceived", ({ requestId, type }) => type === "Script" && scripts.add(requestId));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.addInitScript({ content: watch(wanted) });
  const response = await page.goto(address, { waitUntil: "networkidle" });
  if (response?.status() !== 200) throw new Error(`${address} answered ${response?.status()}`);
  await page.waitForFunction(() => Object.keys((window as unknown as { seen: Seen }).seen).length === 2);
  const { figures, charts } = await page.evaluate(() => (window as unknown as { seen: Seen }).seen);
  await page.close();
  return { figures, charts, scripts: bytes };
}

/** A script of the page that looks at every frame which parts are there and laid out. A text, because what compiles this file adds helpers that a page lacks. */
function watch(wanted: Wanted): string {
  return `{
    const wanted = ${JSON.stringify(Object.entries(wanted))};
    const seen = (window.seen = {});
    const look = () => {
      for (const [name, selectors] of wanted) {
        const shown = selectors.every((one) => [...document.querySelectorAll(one)].some((part) => part.getClientRects().length > 0));
        if (seen[name] === undefined && shown) seen[name] = performance.now();
      }
      if (Object.keys(seen).length < wanted.length) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }`;
}
