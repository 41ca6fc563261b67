import { type Browser, chromium } from "@playwright/test";
import { readContent } from "../../lib/server/content/read-content";
import { storeVersion } from "../../lib/server/content/store-questionnaires";
import { withClient } from "../../lib/server/platform/database/prepare";
import { findChromium } from "../../scripts/find-chromium.mjs";
import { type BenchApp, startBenchApp } from "./support/bench-app";
import { firstVisit, freshContext, medianOf, SLOWDOWN, scriptsOf, slow, type Visit } from "./support/first-visit";
import { largeQuestionnaire } from "./support/large-questionnaire";
import { quantile } from "./support/load";
import { type Figure, printFigures } from "./support/report";

const CRITERIA = 1000;
const PRESSES = 160;
const CHANGES = 40;
const LOADS = 15;
/** Goals of the issue. */
const LIMITS = { pressMedian: 50, press95: 100, topic: 100, scriptKb: 50, visible: 1.3 };

/** The walk over 1,000 criteria in a browser on a processor four times slower, against a blank page of the same app. */
export async function benchWalk(): Promise<boolean> {
  const bench = await startBenchApp(1);
  const executablePath = findChromium(console.log);
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const walk = await largeWalk(bench);
    const blank = `${bench.app.origin}/bench/blank`;
    const title = `The walk: ${CRITERIA} criteria, Chromium, processor ${SLOWDOWN} times slower`;
    const within = [
      printFigures(`${title}: answering`, await answering(browser, bench, walk)),
      printFigures(`${title}: scripts`, await scripts(browser, bench, walk, blank)),
      printFigures(`${title}: first topic`, await visible(browser, bench, walk, blank)),
    ];
    return within.every(Boolean);
  } finally {
    await browser.close();
    await bench.stop();
  }
}

/** Puts the first member's assessment on a questionnaire of a thousand criteria, half of them answered. @returns address of its walk */
async function largeWalk({ ownerUrl, members, app }: BenchApp): Promise<string> {
  const large = largeQuestionnaire(await readContent("zero-trust", "1.0.0"), CRITERIA);
  const [member] = members;
  if (!member) throw new Error("no member");
  const { organizationId, userId, organizationSlug } = member.actor;
  await withClient(ownerUrl, async (client) => {
    await storeVersion(client, large, "refuse");
    await client.query("UPDATE assessments SET questionnaire = $2, version = $3 WHERE organization_id = $1", [
      organizationId,
      large.id,
      large.version,
    ]);
    await client.query(
      `INSERT INTO answers (organization_id, assessment_id, criterion, status, note, version, how, changed_by)
       SELECT a.organization_id, a.id, c.criterion, (ARRAY['met', 'not-met', 'unknown'])[1 + n % 3], '', 1, 'hand', $2
       FROM assessments a CROSS JOIN LATERAL
         (SELECT criterion, row_number() OVER () AS n FROM questionnaire_criteria WHERE questionnaire = $3 AND version = $4) c
       WHERE a.organization_id = $1 AND n % 2 = 0`,
      [organizationId, userId, large.id, large.version],
    );
  });
  return `${app.origin}/${organizationSlug}/assessments/${member.assessment}/walk`;
}

/**
 * Time from a key press, as the browser stamps it, to the frame after it. A message that is posted in a frame's
 * callback arrives when the frame has been handed over for painting.
 */
const STOPWATCH = () => {
  const presses: { key: string; ms: number }[] = [];
  Object.assign(window, { presses });
  window.addEventListener(
    "keydown",
    (event) => {
      const began = event.timeStamp;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => presses.push({ key: event.key, ms: performance.now() - began });
        port2.postMessage(null);
      });
    },
    { capture: true },
  );
};

async function answering(browser: Browser, bench: BenchApp, walk: string): Promise<Figure[]> {
  const context = await freshContext(browser, bench);
  const page = await context.newPage();
  await page.addInitScript(STOPWATCH);
  await page.goto(`${walk}/identity/sign-in-strength`);
  // Not until the network is idle, which an open stream never lets it be.
  await page.locator("[data-walk=ready][data-live=on]").waitFor();
  await page.waitForTimeout(3_000);
  let documents = 0;
  page.on("request", (request) => {
    if (request.isNavigationRequest()) documents += 1;
  });
  await slow(page);
  const timeOf = async (key: string) => {
    const before = await page.evaluate(() => (window as unknown as { presses: unknown[] }).presses.length);
    await page.keyboard.press(key);
    const time = await page.waitForFunction((count) => {
      const { presses } = window as unknown as { presses: { ms: number }[] };
      return presses.length > count ? presses.at(-1)?.ms : undefined;
    }, Number(before));
    // Nobody presses faster than about five keys a second.
    await page.waitForTimeout(120);
    return Number(await time.jsonValue());
  };
  const answers: number[] = [];
  const keys = ["m", "x", "u", "m"];
  for (let i = 0; i < PRESSES; i++) {
    const pressed = await page.locator("[data-criterion] [aria-pressed=true]").count();
    answers.push(await timeOf(keys[i % keys.length] ?? "m"));
    if (i === 0 && (await page.locator("[data-criterion] [aria-pressed=true]").count()) < pressed)
      throw new Error("the key answered nothing");
    await page.keyboard.press("ArrowDown");
    if (i % 5 === 4) await page.keyboard.press("j");
    await page.waitForTimeout(60);
  }
  const changes: number[] = [];
  for (let i = 0; i < CHANGES; i++) {
    const at = page.url();
    changes.push(await timeOf(i % 8 < 6 ? "j" : "k"));
    if (page.url() === at) throw new Error("the key changed no topic");
  }
  if (documents > 0) throw new Error(`${documents} pages were loaded where none should be`);
  await context.close();
  return [
    {
      what: "key press to painted answer, median",
      value: quantile(answers, 0.5),
      unit: "ms",
      limit: LIMITS.pressMedian,
    },
    {
      what: "key press to painted answer, 95th percentile",
      value: quantile(answers, 0.95),
      unit: "ms",
      limit: LIMITS.press95,
    },
    { what: "topic change, median", value: quantile(changes, 0.5), unit: "ms" },
    { what: "topic change, 95th percentile", value: quantile(changes, 0.95), unit: "ms", limit: LIMITS.topic },
  ];
}

async function scripts(browser: Browser, bench: BenchApp, walk: string, blank: string): Promise<Figure[]> {
  const base = await scriptsOf(browser, bench, blank);
  const whole = await scriptsOf(browser, bench, `${walk}/identity/sign-in-strength`);
  return [
    { what: "JavaScript of the blank page, compressed", value: base, unit: "KB" },
    { what: "JavaScript of the walk above it", value: whole - base, unit: "KB", limit: LIMITS.scriptKb },
  ];
}

/** First visits in turn, so that a machine that slows down slows both pages; the first of each isn't counted. */
async function visible(browser: Browser, bench: BenchApp, walk: string, blank: string): Promise<Figure[]> {
  const visits: { topic: Visit[]; blank: Visit[] } = { topic: [], blank: [] };
  for (let i = 0; i < LOADS + 1; i++) {
    const [topic, empty] = [
      await firstVisit(browser, bench, `${walk}/identity/sign-in-strength`, { heading: ["main h2"] }),
      await firstVisit(browser, bench, blank, { heading: ["main h1"] }),
    ];
    if (i === 0) continue;
    visits.topic.push(topic);
    visits.blank.push(empty);
  }
  const topic = medianOf(visits.topic, ({ parts }) => parts.heading);
  const base = medianOf(visits.blank, ({ parts }) => parts.heading);
  return [
    { what: "first topic visible", value: topic, unit: "ms" },
    { what: "blank page visible", value: base, unit: "ms" },
    { what: "first topic visible ÷ blank page", value: topic / base, unit: "×", limit: LIMITS.visible },
    {
      what: "blank page, first paint before its scripts",
      value: medianOf(visits.blank, ({ firstPaint }) => firstPaint),
      unit: "ms",
    },
  ];
}
