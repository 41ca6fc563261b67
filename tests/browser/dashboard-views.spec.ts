import { readFileSync } from "node:fs";
import type { Download, Page } from "@playwright/test";
import { expect, expectSound, newAssessment, organization, origin, signIn, test } from "../support/browser";

test.describe.configure({ timeout: 180_000 });

/** The address of the sample's assessment, for a page whose context is signed in. */
async function sampleAddress(page: Page): Promise<string> {
  await signIn(page.context());
  const { request } = page.context();
  const loaded = await request.post(`${origin()}/api/sample`, { headers: { origin: origin() }, data: {} });
  const { slug } = (await loaded.json()) as { slug: string };
  const home = await (await request.get(`${origin()}/${slug}`)).text();
  return `${origin()}${/\/[\w-]+\/assessments\/[\w-]+(?=\/dashboard)/.exec(home)?.[0]}`;
}

async function save(page: Page, chart: string, format: "PNG" | "SVG" | "CSV"): Promise<Download> {
  const region = page.locator(`#${chart}`);
  await region.getByRole("button", { name: /as a file$/ }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    region.getByRole("menuitem", { name: `Save as ${format}` }).click(),
  ]);
  return download;
}

test("a chart is saved as a picture and as figures, which are those on the page, with where they come from", async ({
  page,
}) => {
  const address = await sampleAddress(page);
  await page.goto(`${address}/dashboard`);
  const cells = await page.locator("#topics .heat-cell").allInnerTexts();
  const shown = cells.map((text) => text.split("\n").at(-1)?.trim());
  const csv = readFileSync(await (await save(page, "topics", "CSV")).path(), "utf8");
  const rows = csv.split("\r\n").slice(1, 1 + shown.length);
  expect(rows.map((row) => row.match(/,(?:Traditional|Advanced|Optimal),([\d.]+),/)?.[1])).toEqual(shown);
  expect(csv).toContain("Northwind Mutual (sample)");
  expect(csv).toContain("Draft");

  const svg = readFileSync(await (await save(page, "topics", "SVG")).path(), "utf8");
  for (const level of shown) expect(svg).toContain(`>${level}</text>`);
  expect(svg).toContain("zero-trust 1.0.0 · Draft");
  // It has to stand alone: no class, variable or colour space that only this page knows.
  expect(svg).not.toMatch(/class=|var\(|oklch|<a |<script/);

  const png = readFileSync(await (await save(page, "shape", "PNG")).path());
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  const inside = await page.evaluate(
    async (bytes) => {
      const bitmap = await createImageBitmap(new Blob([Uint8Array.from(bytes)], { type: "image/png" }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
      context?.drawImage(bitmap, 0, 0);
      const { data = [] } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? {};
      return new Set(Array.from(data).filter((_, i) => i % 4 === 0)).size;
    },
    [...png],
  );
  expect(inside, "shades in the picture").toBeGreaterThan(20);
});

test("two dates are chosen by form, and picture, table and sentence agree", async ({ page }) => {
  const address = await sampleAddress(page);
  await page.goto(`${address}/dashboard`);
  await page.getByRole("link", { name: /by cause and topic$/ }).click();
  await expect(page).toHaveURL(/\/dashboard\/dates/);
  const from = page.getByLabel("From", { exact: true });
  await from.selectOption({ label: (await from.locator("option").last().textContent()) ?? "" });
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page).toHaveURL(/from=[\w-]+&to=now/);
  await page.getByRole("link", { name: "Verified" }).click();
  await expect(page).toHaveURL(/measure=verified/);
  const chart = page.locator("#waterfall");
  const steps = await chart
    .locator("[data-chart-picture] [role=img]")
    .evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? ""));
  await chart.locator("[data-chart-table] > summary").click();
  const rows = await chart.getByRole("row").allInnerTexts();
  const cells = rows.slice(1).map((row) => row.split("\t").map((cell) => cell.trim()));
  const figures = cells.slice(1, -1).map((row) => Number(row.at(-2)?.replace("−", "-")));
  const [first, last] = [Number(cells[0]?.at(-1)), Number(cells.at(-1)?.at(-1))];
  expect(figures.reduce((sum, part) => sum + part, first)).toBeCloseTo(last, 2);
  expect(steps[0]).toContain(first.toFixed(2));
  expect(steps.at(-1)).toContain(last.toFixed(2));
  for (const step of steps.slice(1, -1)) {
    const row = cells.find(([name]) => step.startsWith(`${name}:`));
    const figure = Number(row?.at(-2)?.replace("−", "-"));
    expect(step).toContain(`${Math.abs(figure).toFixed(2)},`);
  }
  await expect(chart.locator("[data-chart-sentence]")).toContainText(`to ${last.toFixed(2)}`);
});

test("a board is shown one slide at a time by the keyboard, with notes, and left by Escape", async ({ page }) => {
  const address = await sampleAddress(page);
  await page.goto(`${address}/dashboard`);
  await page.getByRole("link", { name: "Present" }).click();
  const slide = (name: string) => page.getByRole("region", { name });
  await expect(slide("1 of 6: Where we stand")).toBeVisible();
  await expect(slide("2 of 6: What changed")).toBeHidden();
  await page.keyboard.press("ArrowRight");
  await expect(slide("2 of 6: What changed")).toBeVisible();
  await expect(page).toHaveURL(/#change$/);
  await page.reload();
  // Before its script runs every slide is there.
  await expect(slide("1 of 6: Where we stand")).toBeHidden();
  await expect(slide("2 of 6: What changed")).toBeVisible();
  await page.keyboard.press("End");
  await expect(slide("6 of 6: Next decisions")).toBeFocused();
  await page.keyboard.press("Home");
  await expect(page.getByRole("complementary", { name: "Speaker notes" })).toBeHidden();
  await page.keyboard.press("n");
  await expect(page.getByRole("complementary", { name: "Speaker notes" })).toContainText("We stand at");
  await expectSound(page);
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/\/dashboard$/);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a presentation is one long page, and two dates and scopes are compared by forms", async ({ page }) => {
    const address = await sampleAddress(page);
    await page.goto(`${address}/dashboard/present`);
    await expect(page.getByRole("heading", { level: 2, name: /^We stand at/ })).toBeVisible();
    await expect(page.getByRole("region", { name: "6 of 6: Next decisions" })).toBeVisible();
    await page.goto(`${address}/dashboard/dates`);
    await page.getByRole("button", { name: "Compare" }).click();
    await expect(page.getByRole("heading", { name: "Change by cause" })).toBeVisible();
  });
});

test("scopes stand side by side with the levels of their own dashboards", async ({ page }) => {
  await signIn(page.context());
  await newAssessment(page.context(), "North");
  await newAssessment(page.context(), "South");
  await page.goto(`${origin()}/${organization()}`);
  await page.getByRole("link", { name: "Compare scopes" }).click();
  await page.waitForURL(/\/compare$/);
  await page.waitForLoadState("networkidle");
  for (const box of await page.getByRole("checkbox").all()) await box.uncheck();
  await page.getByRole("checkbox", { name: /Group, North/ }).check();
  await page.getByRole("checkbox", { name: /Group, South/ }).check();
  await page.getByRole("button", { name: "Compare" }).click();
  const overall = page.getByRole("region", { name: "Overall", exact: true });
  await expect(overall.getByRole("listitem")).toHaveCount(2);
  await expect(page.locator("#scopes [data-chart-sentence]")).toHaveText("All stand at 1.00.");
  for (const { scheme, width } of LOOKS) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 900 });
    await expectSound(page);
  }
});

const LOOKS = [
  { scheme: "light", width: 1440 },
  { scheme: "dark", width: 1440 },
  { scheme: "light", width: 360 },
] as const;

for (const { scheme, width } of LOOKS) {
  test(`two dates, pace and slides are sound at ${width} px in ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 900 });
    const address = await sampleAddress(page);
    for (const path of ["dates", "explain/pace", "present#standing", "present#plan", "present#risk"]) {
      await page.goto(`${address}/dashboard/${path}`);
      await expectSound(page);
    }
  });
}
