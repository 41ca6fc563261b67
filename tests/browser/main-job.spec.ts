import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { type AppServer, startApp } from "../support/app-server";
import { expect, expectSound, test, watchConsole } from "../support/browser";

const PERSON = { name: "Security lead", email: "new@example.org", password: "a row of seven plain words" };

// One newcomer's way through a fresh installation; each step needs the one before.
test.describe.configure({ mode: "serial" });

let app: AppServer;
let page: Page;
let errors: string[];
/** /<organization>/assessments/<assessment> */
let base = "";

test.beforeAll(async ({ browser }) => {
  app = await startApp();
  page = await (await browser.newContext({ baseURL: app.origin })).newPage();
  errors = watchConsole(page);
});

test.afterAll(async () => {
  await page.context().close();
  await app.stop();
});

test.afterEach(() => {
  expect(errors, "errors in the console").toEqual([]);
});

test("the set-up link makes an owner and an organization", async () => {
  await page.goto(app.setupLink ?? "");
  await expectSound(page);
  await page.getByLabel("Your name").fill(PERSON.name);
  await page.getByLabel("Email").fill(PERSON.email);
  await page.getByLabel("Password").fill("short");
  await page.getByLabel("Organization").fill("Quay Street Bank");
  await page.getByLabel("Password").fill(PERSON.password);
  await page.getByRole("button", { name: "Create account and organization" }).click();
  await page.waitForURL(/\/assessments\/new$/);
  await expectSound(page);
});

test("the link works once", async ({ request }) => {
  const again = await request.get(app.setupLink ?? "");
  expect(await again.text()).toContain("no longer valid");
});

test("a new assessment leads to its first question", async () => {
  await page.getByRole("button", { name: /Skip/ }).first().click();
  await page.waitForURL(/\/walk/);
  base = new URL(page.url()).pathname.replace(/\/walk.*/, "");
  await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
  await expectSound(page);
});

test("all six pillars are answered with two keys a topic", async () => {
  test.setTimeout(240_000);
  await page.goto(`${base}/walk`);
  for (let topic = 0; topic < 73; topic++) {
    await page.keyboard.press(topic % 9 === 4 ? "3" : topic % 4 === 3 ? "1" : "2");
    await page.keyboard.press("j");
  }
  await expect(page.locator("[data-save-state=saved]").first()).toHaveText(/Saved \d\d:\d\d/, { timeout: 60_000 });
});

test("the dashboard says where the organization stands, in both themes and on a phone", async () => {
  await page.goto(`${base}/dashboard`);
  await expect(page.getByText(/Traditional|Advanced|Optimal/).first()).toBeVisible();
  await expectSound(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectSound(page);
  await page.setViewportSize({ width: 360, height: 780 });
  await expectSound(page);
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.emulateMedia({ colorScheme: "light" });
});

test("the roadmap plans the way up", async () => {
  await page.goto(`${base}/roadmap`);
  await expect(page.getByText("Projected level").first()).toBeVisible();
  await expectSound(page);
});

test("the report is exported as a tagged PDF", async () => {
  await page.goto(`${base}/reports`);
  await expectSound(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export draft" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.pdf$/);
  const bytes = readFileSync(await download.path());
  expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
  expect(bytes.includes("/MarkInfo")).toBe(true);
  expect(bytes.includes("pdfuaid")).toBe(true);
});

test("a second sign-in sees the same answers", async ({ browser }) => {
  const context = await browser.newContext({ baseURL: app.origin });
  const second = await context.newPage();
  await second.goto(`${base}/walk/identity/sign-in-strength`);
  await second.waitForURL(/\/sign-in/);
  await second.getByLabel("Email").fill(PERSON.email);
  await second.getByLabel("Password").fill(PERSON.password);
  await second.getByRole("button", { name: "Sign in" }).click();
  await second.waitForURL(/\/walk\/identity\/sign-in-strength/);
  await page.goto(`${base}/walk/identity/sign-in-strength`);
  const answers = await pressed(page);
  expect(answers.filter((answer) => answer === "Met").length).toBeGreaterThan(0);
  await expect.poll(() => pressed(second)).toEqual(answers);
  await context.close();
});

test("a kill right after a save shown as saved loses nothing", async () => {
  await page.goto(`${base}/walk/identity/sign-in-strength`);
  const unknown = page
    .locator("li[data-criterion]")
    .first()
    .getByRole("button", { name: /^Unknown/ });
  await expect(unknown).toHaveAttribute("aria-pressed", "false");
  const saved = page.waitForResponse((response) => response.url().endsWith("/answers") && response.ok());
  await unknown.click();
  await saved;
  await expect(page.locator("[data-save-state=saved]").first()).toHaveText(/Saved/);
  const { dataDir, origin } = app;
  app.process.kill("SIGKILL");
  await new Promise((resolve) => app.process.once("exit", resolve));
  app = await startApp({ dataDir, port: Number(new URL(origin).port) });
  await page.reload();
  await expect(unknown).toHaveAttribute("aria-pressed", "true");
});

/** What is pressed in each row of the topic that is open. */
function pressed(where: Page): Promise<string[]> {
  return where.locator("li[data-criterion] [aria-pressed=true]").allInnerTexts();
}
