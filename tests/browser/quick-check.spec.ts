import type { BrowserContext, Page, Request } from "@playwright/test";
import { quickCheckData } from "../../lib/core/quick-check/quick-check-data";
import { quickResult } from "../../lib/core/quick-check/quick-result";
import { formatBand, formatLevel } from "../../lib/core/words/format";
import { listVersions } from "../../lib/server/content/load-questionnaires";
import { readContent } from "../../lib/server/content/read-content";
import { expect, expectSound, newAssessment, organization, origin, signIn, test } from "../support/browser";

const KEYS = ["2", "2", "3", "1", "2", "u", "2", "2", "2", "1", "2", "2", "3", "2", "2", "2", "u", "1"] as const;
const PICKED = { "1": "traditional", "2": "advanced", "3": "optimal", u: "unknown" } as const;

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const kept = (page: Page) => page.evaluate(() => localStorage.getItem("plumbline.quick-check"));

async function soundEverywhere(page: Page): Promise<void> {
  await expectSound(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectSound(page);
  await page.setViewportSize({ width: 360, height: 780 });
  await expectSound(page);
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.emulateMedia({ colorScheme: "light" });
}

async function answerAll(page: Page): Promise<void> {
  await page.goto(`${origin()}/quick-check`);
  await page.getByRole("button", { name: "Begin" }).press("Enter");
  for (const key of KEYS) await page.keyboard.press(key);
  await expect(heading(page)).toHaveText("Where you stand, at a quick look");
}

test("is answered by keyboard, scored at once, and no answer leaves the browser", async ({ page }) => {
  const data = quickCheckData(await readContent("zero-trust", listVersions("zero-trust").at(-1) ?? ""));
  const topics = data.pillars.flatMap((pillar) => pillar.topics);
  await page.goto(origin());
  await page.getByRole("link", { name: "Take the quick check" }).click();
  await expect(heading(page)).toContainText("18 questions");
  await expectSound(page);

  const requests: Request[] = [];
  page.on("request", (request) => requests.push(request));
  await page.getByRole("button", { name: "Begin" }).press("Enter");
  await expect(heading(page)).toHaveText(topics[0]?.prompt ?? "");
  await expect(heading(page)).toBeFocused();
  await soundEverywhere(page);
  await page.keyboard.press("1");
  await expect(heading(page)).toHaveText(topics[1]?.prompt ?? "");
  await page.keyboard.press("k");
  await expect(page.getByRole("button", { name: /Traditional/, pressed: true })).toBeVisible();
  for (const key of KEYS) await page.keyboard.press(key);
  await expect(heading(page)).toHaveText("Where you stand, at a quick look");

  const picks = Object.fromEntries(topics.map(({ id }, index) => [id, PICKED[KEYS[index] ?? "u"]]));
  const result = quickResult(data, picks);
  const overall = page.getByRole("region", { name: "Overall" });
  await expect(overall).toContainText(formatLevel(result?.overall.low ?? 0));
  await expect(overall).toContainText(result?.overall.stage.name ?? "no stage");
  await expect(overall).toContainText(`18 of ${data.whole.topics} topics`);
  for (const pillar of result?.pillars ?? []) {
    await expect(page.getByRole("region", { name: "Pillars" })).toContainText(formatBand(pillar));
  }
  await expect(page.getByRole("region", { name: /first three moves/ }).getByRole("listitem")).toHaveCount(3);
  await expect(page.getByText(result?.moves[0]?.initiative.title ?? "no move")).toBeVisible();
  await soundEverywhere(page);

  expect(JSON.parse((await kept(page)) ?? "{}").picks).toEqual(picks);
  const told = requests.filter((request) => {
    const said = decodeURIComponent(
      `${request.url()} ${request.postData() ?? ""} ${JSON.stringify(request.headers())}`,
    );
    return request.method() !== "GET" || topics.some(({ id }) => said.includes(id)) || /traditional|optimal/.test(said);
  });
  expect(told.map((request) => `${request.method()} ${request.url()}`)).toEqual([]);
});

test("survives a reload, goes back and forward, prints, and starts over with a way back", async ({ page }) => {
  await answerAll(page);
  await page.reload();
  await expect(heading(page)).toHaveText("Where you stand, at a quick look");
  await page.goBack();
  await expect(page.getByText(/Question 18 of 18/)).toBeVisible();
  await page.goForward();
  await expect(heading(page)).toHaveText("Where you stand, at a quick look");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(page.getByText("Make it a full assessment")).toBeHidden();
  await expect(page.getByRole("region", { name: "Your answers" })).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("button", { name: "Start over" }).click();
  await expect(heading(page)).toContainText("18 questions");
  expect(await kept(page)).toBeNull();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("button", { name: "See the result" })).toBeVisible();
});

test("becomes an assessment with its answers in place", async ({ page, context }) => {
  await answerAll(page);
  await signIn(context);
  await page.goto(`${origin()}/${organization()}`);
  await page.getByRole("link", { name: "Begin an assessment with it" }).click();
  await expect(page.getByRole("radio", { name: /quick check of/ })).toBeChecked();
  await expect(page.getByText(/^Fills \d+ criteria of/)).toBeVisible();
  await soundEverywhere(page);
  await page.getByLabel("Name").fill("From the quick check");
  await page.getByRole("button", { name: "Start assessing" }).click();
  await page.waitForURL(/\/walk/);
  await page.goto(page.url().replace(/\/walk.*/, "/walk/identity/sign-in-strength"));
  await expect(page.getByText(/filled by quick check/i).first()).toBeVisible();
  expect(await kept(page)).toBeNull();
});

test.describe("scope", () => {
  const patch = (context: BrowserContext, base: string, data: object) =>
    context.request.patch(base.replace(origin(), `${origin()}/api/organizations`), {
      headers: { origin: origin() },
      data,
    });

  test("a no leaves topics out, shown with the reason, and the walk asks them again", async ({ page, context }) => {
    await signIn(context);
    const base = await newAssessment(context, "Scope");
    await page.goto(`${base}/settings`);
    const iot = page.getByRole("radiogroup", { name: /connected devices without a user/ });
    await iot.getByRole("radio", { name: "No", exact: true }).check();
    await expect(iot).toContainText(/Left out: Devices:/);
    await page.getByLabel("Remote share, in percent").fill("40");
    await page.getByLabel("Remote share, in percent").press("Enter");
    await page.getByRole("checkbox", { name: "Google Cloud" }).check();
    await page.getByLabel("Kind of scope").selectOption("subsidiary");
    await expect(page.getByText(/^Saved \d/)).toBeVisible();
    await page.reload();
    await expect(page.getByLabel("Remote share, in percent")).toHaveValue("40");
    await expect(page.getByRole("checkbox", { name: "Google Cloud" })).toBeChecked();
    await expect(page.getByLabel("Kind of scope")).toHaveValue("subsidiary");
    await soundEverywhere(page);
    await page.goto(`${base}/walk/devices/iot-and-ot`);
    await expect(page.getByText("Left out: this topic counts nowhere")).toBeVisible();
    await expectSound(page);
    await page.getByRole("button", { name: "Ask it after all" }).click();
    await expect(page.getByText("Left out: this topic counts nowhere")).toBeHidden();
    await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
  });

  test("a copy brings answers and what is known of the organization", async ({ page, context }) => {
    await signIn(context);
    const base = await newAssessment(context, "Source of a copy");
    await patch(context, base, { sizes: { people: 4321 }, profile: { "iot-ot": false } });
    const said = await context.request.post(`${base.replace(origin(), `${origin()}/api/organizations`)}/answers`, {
      headers: { origin: origin() },
      data: {
        changes: [
          {
            criterion: "identity.sign-in-strength.second-factor-everywhere",
            base: 0,
            status: "met",
            note: "Seen in the console",
          },
        ],
      },
    });
    expect(said.ok()).toBe(true);
    await page.goto(`${origin()}/${organization()}/assessments/new`);
    await page.getByRole("radio", { name: "As a copy of another assessment" }).check();
    await page.getByLabel("Copy of", { exact: true }).selectOption({ label: "Group, Source of a copy (1 answer)" });
    await expect(page.getByRole("textbox", { name: "People" })).toHaveValue("4321");
    await expect(page.getByText("Stays there")).toBeVisible();
    await soundEverywhere(page);
    await page.getByRole("textbox", { name: "Name" }).fill("The copy");
    await page.getByRole("button", { name: "Start assessing" }).click();
    await page.waitForURL(/\/walk/);
    await page.goto(page.url().replace(/\/walk.*/, "/walk/identity/sign-in-strength"));
    await expect(page.getByText(/copied by/i).first()).toBeVisible();
    await page.goto(`${origin()}/${organization()}`);
    await expect(page.getByRole("link", { name: /, The copy$/ })).toBeVisible();
  });
});
