import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from "@playwright/test";
import { readContent } from "../../lib/server/content/read-content";
import { storeVersion } from "../../lib/server/content/store-questionnaires";
import { withClient } from "../../lib/server/platform/database/prepare";
import { findChromium } from "../../scripts/find-chromium.mjs";
import { type BenchApp, startBenchApp } from "./support/bench-app";
import { largeQuestionnaire } from "./support/large-questionnaire";
import { quantile } from "./support/load";
import { type Figure, printFigures } from "./support/report";

const CRITERIA = 1000;
const SLOWDOWN = 4;
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

async function signedIn(browser: Browser, { app, members }: BenchApp): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const [name = "", value = ""] = (members[0]?.cookie ?? "").split(/=(.*)/);
  await context.addCookies([{ name, value, url: app.origin }]);
  return context;
}

async function slow(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  return session;
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
  const context = await signedIn(browser, bench);
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

/** Compressed size of all scripts that a page loads by itself. */
async function scripts(browser: Browser, bench: BenchApp, walk: string, blank: string): Promise<Figure[]> {
  const sizeOf = async (address: string) => {
    const context = await signedIn(browser, bench);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    const isScript = new Set<string>();
    let bytes = 0;
    session.on("Network.responseReceived", ({ requestId, type }) => {
      if (type === "Script") isScript.add(requestId);
    });
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      if (isScript.has(requestId)) bytes += encodedDataLength;
    });
    await page.goto(address);
    // What comes when the page is idle comes within this; the network itself is never idle beside an open stream.
    await page.waitForTimeout(5_000);
    await context.close();
    return bytes / 1024;
  };
  const base = await sizeOf(blank);
  const whole = await sizeOf(`${walk}/identity/sign-in-strength`);
  return [
    { what: "JavaScript of the blank page, compressed", value: base, unit: "KB" },
    { what: "JavaScript of the walk above it", value: whole - base, unit: "KB", limit: LIMITS.scriptKb },
  ];
}

/** Notes when the frame was handed over that shows an element. As text, because a compiled function brings helpers along. */
const WHEN_SHOWN = `
  requestAnimationFrame(function look() {
    if (!document.querySelector("SELECTOR")?.getClientRects().length) return requestAnimationFrame(look);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { window.shown = performance.now(); };
    port2.postMessage(null);
  });
`;

/**
 * Time from the begin of a visit with an empty cache to the frame that shows the heading, both pages in turn. The blank page
 * is painted either before its scripts run or after them, from one visit to the next: its quarters tell how often.
 */
async function visible(browser: Browser, bench: BenchApp, walk: string, blank: string): Promise<Figure[]> {
  const timeOf = async (address: string, heading: string) => {
    const context = await signedIn(browser, bench);
    const page = await context.newPage();
    await page.addInitScript({ content: WHEN_SHOWN.replace("SELECTOR", heading) });
    await slow(page);
    await page.goto(address, { waitUntil: "commit" });
    const shown = await page.waitForFunction(
      () => (window as unknown as { shown?: number }).shown,
      undefined,
      // Not by frames: of those the page has its own.
      { polling: 50, timeout: 60_000 },
    );
    const time = Number(await shown.jsonValue());
    await context.close();
    return time;
  };
  const times: [number[], number[]] = [[], []];
  for (let i = 0; i < LOADS + 1; i++) {
    const [first, second] = [
      await timeOf(`${walk}/identity/sign-in-strength`, "main h2"),
      await timeOf(blank, "main h1"),
    ];
    if (i === 0) continue;
    times[0].push(first);
    times[1].push(second);
  }
  const [topic, base] = [quantile(times[0], 0.5), quantile(times[1], 0.5)];
  return [
    { what: "first topic visible, median", value: topic, unit: "ms" },
    { what: "blank page visible, quickest quarter", value: quantile(times[1], 0.25), unit: "ms" },
    { what: "blank page visible, median", value: base, unit: "ms" },
    { what: "blank page visible, slowest quarter", value: quantile(times[1], 0.75), unit: "ms" },
    { what: "first topic visible ÷ blank page", value: topic / base, unit: "×", limit: LIMITS.visible },
  ];
}
