import type { Page } from "@playwright/test";
import { expect, expectSound, newAssessment, origin, signIn, test } from "../support/browser";

test.describe.configure({ timeout: 180_000 });

/** Opens the dashboard of the sample organization. @returns its address */
async function openSample(page: Page): Promise<string> {
  await signIn(page.context());
  const loaded = await page
    .context()
    .request.post(`${origin()}/api/sample`, { headers: { origin: origin() }, data: {} });
  expect(loaded.ok(), "loading the sample").toBe(true);
  const { slug } = (await loaded.json()) as { slug: string };
  await page.goto(`${origin()}/${slug}`);
  const link = page.getByRole("main").getByRole("link", { name: "Dashboard" });
  const address = `${origin()}${await link.getAttribute("href")}`;
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "Topics" })).toBeVisible();
  return address;
}

const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

test("every number leads to its explanation, and the way back is where it was left", async ({ page }) => {
  const address = await openSample(page);
  const cell = region(page, "Topics")
    .getByRole("link", { name: /^Privileged access:/ })
    .first();
  await cell.scrollIntoViewIfNeeded();
  const from = await page.evaluate(() => window.scrollY);
  await cell.click();
  await expect(page).toHaveURL(/\/dashboard\/explain\/topic\/identity\.privileged-access$/);
  await expect(page.getByRole("heading", { name: "How the level is made" })).toBeVisible();
  await expectSound(page);
  await page.goBack();
  await expect(page).toHaveURL(address);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(from);

  await page.getByRole("link", { name: /^Level .*: why$/ }).click();
  await expect(page.getByRole("heading", { name: "What would raise it most" })).toBeVisible();
  await page.getByRole("link", { name: /^Show all/ }).click();
  await expect(page).toHaveURL(/open=all#open$/);
  await page.getByRole("table", { name: "Open criteria by gain" }).getByRole("link").first().click();
  await expect(page).toHaveURL(/\/explain\/criterion\//);
  await expect(page.getByRole("heading", { name: "What evidence verifies" })).toBeVisible();
  await expectSound(page);
});

test("tables open by keyboard, and a link restores them", async ({ page }) => {
  const address = await openSample(page);
  const chart = region(page, "Pillars");
  await chart.getByText("Table", { exact: false }).first().focus();
  await page.keyboard.press("Enter");
  await expect(chart.getByRole("table", { name: "Pillars" })).toBeVisible();
  await expect(page).toHaveURL(`${address}#pillars-table`);
  await page.reload();
  await expect(chart.getByRole("table", { name: "Pillars" })).toBeVisible();
  await expectSound(page);
});

test("another snapshot and another day are part of the address", async ({ page }) => {
  const address = await openSample(page);
  await page.getByRole("button", { name: /^Compared with/ }).click();
  await page.getByRole("menuitem").last().click();
  await expect(page).toHaveURL(/\?against=/);
  await expect(page.getByText("First assessment").first()).toBeAttached();
  await page.goto(`${address}?asOf=2031-01-01`);
  await expect(page.getByText("Evidence as it counts on 1 Jan 2031")).toBeVisible();
  await page.getByRole("link", { name: "Back to today" }).click();
  await expect(page).toHaveURL(address);
  await page.goto(`${address}?asOf=tomorrow`);
  await expect(page.getByText("“tomorrow” is not a day")).toBeVisible();
  await page.goto(`${address}?against=00000000-0000-4000-8000-000000000000`);
  await expect(page.getByText("There is no such snapshot to compare with")).toBeVisible();
  await page.getByRole("link", { name: "Show without it" }).click();
  await expect(page).toHaveURL(address);
});

test("nothing answered: what it may be, and the gates to begin with", async ({ page }) => {
  await signIn(page.context());
  const address = await newAssessment(page.context(), "Unanswered");
  await page.goto(`${address}/dashboard`);
  await expect(page.getByText(/^to 3\.00:/)).toBeVisible();
  await page.getByRole("link", { name: "Answer the first gate" }).click();
  await expect(page).toHaveURL(/\/walk\/identity\/sign-in-strength/);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("figures, pictures and tables are there", async ({ page }) => {
    await signIn(page.context());
    const address = await newAssessment(page.context(), "No scripts");
    await page.goto(`${address}/dashboard`);
    await expect(page.getByRole("heading", { name: "Begin with the gates" })).toBeVisible();
    await expect(page.getByText(/^to 3\.00:/)).toBeVisible();
  });
});

for (const [scheme, widths] of [
  ["light", [1440, 360]],
  ["dark", [768, 360]],
] as const) {
  for (const width of widths) {
    test(`is sound at ${width} px in ${scheme}, with every table open`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 900 });
      await openSample(page);
      await page.waitForLoadState("networkidle");
      // The closed ones are looked at on the newcomer's way.
      for (const table of await page.locator("[data-chart-table] > summary").all()) await table.click();
      await expectSound(page);
    });
  }
}
