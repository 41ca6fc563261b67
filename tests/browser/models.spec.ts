import type { Page } from "@playwright/test";
import { expect, expectSound, origin, signIn, test } from "../support/browser";

test.describe.configure({ timeout: 180_000 });

/** A busy machine may take long to answer the first visit of a page. */
const SLOW = { timeout: 30_000 };

/** Opens the models of the sample organization. @returns their address */
async function openModels(page: Page): Promise<string> {
  await signIn(page.context());
  const loaded = await page
    .context()
    .request.post(`${origin()}/api/sample`, { headers: { origin: origin() }, data: {} });
  expect(loaded.ok(), "loading the sample").toBe(true);
  const { slug } = (await loaded.json()) as { slug: string };
  await page.goto(`${origin()}/${slug}`);
  const dashboard = await page.getByRole("main").getByRole("link", { name: "Dashboard" }).getAttribute("href");
  await page.goto(`${origin()}${dashboard}`);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Models" }).click();
  await expect(page.getByRole("heading", { name: "CISA Zero Trust Maturity Model 2.0" })).toBeVisible(SLOW);
  return page.url();
}

test("the same answers in every model, down to the criteria that are missing", async ({ page }) => {
  const address = await openModels(page);
  for (const name of ["Zero Trust maturity", "DoD Zero Trust strategy", "NIST SP 800-207 tenets"])
    await expect(
      page
        .getByRole("region", { name })
        .getByText(/^\d\.\d\d$/)
        .first(),
    ).toBeVisible();
  const card = page.getByRole("region", { name: "DoD Zero Trust strategy" });
  const level = await card
    .getByText(/^\d\.\d\d$/)
    .first()
    .textContent();

  await card.getByRole("link", { name: "DoD Zero Trust strategy" }).click();
  await expect(page).toHaveURL(`${address}/dod-zero-trust`, SLOW);
  await expect(page.getByRole("region", { name: "Overall" }).getByText(level ?? "", { exact: true })).toBeVisible(SLOW);
  // The strategy's capabilities say how many activities are met, and their missing criteria open by keyboard.
  const user = page.getByRole("region", { name: "User", exact: true });
  await expect(user.getByText(/^Activities met: \d+ of \d+/)).toHaveCount(9);
  const missing = user.getByRole("link", { name: /criteria open/ }).first();
  await missing.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\?show=1\.\d#1\.\d$/, SLOW);
  await expect(missing).toHaveAttribute("aria-expanded", "true");
  await expectSound(page);
  const criterion = user.locator("a[href*='/walk/']").first();
  await expect(criterion).toBeVisible();
  await criterion.click();
  await expect(page).toHaveURL(/\/walk\/[a-z-]+\/[a-z-]+$/, SLOW);
});

test("a framework says how much of it is touched, and a control opens its criteria", async ({ page }) => {
  const address = await openModels(page);
  await page
    .getByRole("table", { name: "Frameworks" })
    .getByRole("link", { name: /Cybersecurity Framework/ })
    .click();
  await expect(page).toHaveURL(`${address}/coverage/csf-2.0`, SLOW);
  await expect(page.getByText(/contribute to \d+ of 106 subcategories .* it is not compliance/)).toBeVisible();
  await page.locator("summary", { hasText: "PR.AA" }).click();
  await page.getByRole("link", { name: "PR.AA-03", exact: true }).click();
  await expect(page).toHaveURL(/\?show=PR\.AA-03#shown$/, SLOW);
  await expect(
    page
      .getByRole("region", { name: /^PR\.AA-03/ })
      .getByRole("listitem")
      .first(),
  ).toBeVisible();
  await expectSound(page);
  await page.goto(`${address}/coverage/none`);
  await expect(page.getByText("There is no such model or framework")).toBeVisible(SLOW);
});

test("techniques by tactic: arrows move, the table agrees with the picture, a technique opens its criteria", async ({
  page,
}) => {
  const address = await openModels(page);
  await page.goto(`${address}/attack`);
  const matrix = page.getByRole("region", { name: "Techniques by tactic" });
  const cells = matrix.locator(".heat-cell");
  await expect(cells.first()).toBeVisible(SLOW);
  const names = await cells.evaluateAll((links) => links.map((link) => link.getAttribute("aria-label") ?? ""));
  // The first tactic holds one technique, so the next column's is beside it. Arrows work once the script has started.
  await expect(async () => {
    await cells.first().focus();
    await page.keyboard.press("ArrowRight");
    await expect(cells.nth(1)).toBeFocused({ timeout: 500 });
  }).toPass(SLOW);

  // The sentence and the picture count the same: each technique once, though it stands under several tactics.
  const mitigated = new Set(names.filter((name) => name.includes(": mitigated,"))).size;
  await expect(matrix.getByText(new RegExp(`, ${mitigated} (is|are) mitigated`))).toBeVisible();
  await matrix.getByText("Table", { exact: false }).first().click();
  await expect(matrix.getByRole("table").getByRole("row")).toHaveCount(names.length + 1);
  await matrix.getByRole("table").getByRole("link", { name: "T1078 Valid Accounts" }).first().click();
  await expect(page).toHaveURL(/\?show=T1078/, SLOW);
  await expect(page.getByRole("region", { name: "T1078 Valid Accounts" })).toContainText(/\d+ of \d+ criteria met/);
  await expectSound(page);
});

for (const [theme, width] of [
  ["dark", 1440],
  ["light", 360],
] as const) {
  test(`every page is sound: ${theme}, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: theme });
    await signIn(page.context());
    const loaded = await page
      .context()
      .request.post(`${origin()}/api/sample`, { headers: { origin: origin() }, data: {} });
    const { slug } = (await loaded.json()) as { slug: string };
    await page.goto(`${origin()}/${slug}`);
    const href = await page.getByRole("main").getByRole("link", { name: "Dashboard" }).getAttribute("href");
    const base = `${origin()}${(href ?? "").replace(/\/dashboard$/, "")}/models`;
    for (const path of ["", "/cisa-ztmm", "/coverage/sp800-53-r5", "/attack"]) {
      await page.goto(`${base}${path}`);
      await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible(SLOW);
      if (path === "/attack" && width < 640)
        await page.locator("summary", { hasText: "Initial Access" }).last().click();
      await expectSound(page);
    }
  });
}
