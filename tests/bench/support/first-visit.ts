import type { Browser, BrowserContext, Page } from "@playwright/test";
import type { BenchApp } from "./bench-app";
import { quantile } from "./load";

/** How much slower than this machine's the processor of the benchmarks in Chromium is. */
export const SLOWDOWN = 4;

/**
 * Times in ms from the begin of the navigation. `parts`: until a frame with all of a part's selectors was handed over and the page
 * answers again. `firstPaint`: the browser's own record of the first frame with content, which may come before a page's scripts run.
 */
export type Visit = Readonly<{ parts: Readonly<Record<string, number>>; firstPaint: number }>;

/** What has to be on screen before a part of a page counts as shown: selectors, all of them. */
export type Parts = Readonly<Record<string, readonly string[]>>;

/** A browser's profile of its own, with nothing cached, for the first member of a benchmark's app. */
export async function freshContext(browser: Browser, { app, members }: BenchApp): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const [name = "", value = ""] = (members[0]?.cookie ?? "").split(/=(.*)/);
  await context.addCookies([{ name, value, url: app.origin }]);
  return context;
}

/** Slows the page's processor down. */
export async function slow(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
}

/** The median of a time of several visits. */
export function medianOf(visits: readonly Visit[], time: (visit: Visit) => number | undefined): number {
  return quantile(
    visits.map((visit) => time(visit) ?? Number.NaN),
    0.5,
  );
}

/** A person's first visit on the slowed processor. */
export async function firstVisit(browser: Browser, bench: BenchApp, address: string, parts: Parts): Promise<Visit> {
  const context = await freshContext(browser, bench);
  const page = await context.newPage();
  await page.addInitScript({ content: watch(parts) });
  await slow(page);
  await page.goto(address, { waitUntil: "commit" });
  const visit = await page.waitForFunction(
    (count) => {
      const { seen } = window as unknown as { seen: Record<string, number> };
      const firstPaint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime;
      return Object.keys(seen).length === count && firstPaint !== undefined ? { parts: seen, firstPaint } : undefined;
    },
    Object.keys(parts).length,
    // Not by frames: of those the page has its own.
    { polling: 50, timeout: 60_000 },
  );
  const times = (await visit.jsonValue()) as Visit;
  await context.close();
  return times;
}

/**
 * A script of the page that looks at every frame which parts are there and laid out. A message that is posted in a frame's callback
 * arrives when the frame has been handed over for painting. A text, because what compiles this file adds helpers that a page lacks.
 */
function watch(parts: Parts): string {
  return `{
    const waiting = new Map(${JSON.stringify(Object.entries(parts))});
    const seen = (window.seen = {});
    const look = () => {
      for (const [name, selectors] of waiting) {
        if (!selectors.every((one) => [...document.querySelectorAll(one)].some((part) => part.getClientRects().length > 0))) continue;
        waiting.delete(name);
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => { seen[name] = performance.now(); };
        port2.postMessage(null);
      }
      if (waiting.size > 0) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }`;
}

/** Compressed size in KB of all scripts that a page loads by itself. */
export async function scriptsOf(browser: Browser, bench: BenchApp, address: string): Promise<number> {
  const context = await freshContext(browser, bench);
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
}
