import { expect, type Locator, type Page, test } from "@playwright/test";
import { expectNoBarriers } from "../support/axe";
import { walkSuite, watchConsole } from "../support/walk-app";

const { walkApp, openWalk } = walkSuite();

const rows = (page: Page): Locator => page.getByRole("grid").locator("[data-row]");
const saved = (page: Page) => expect(page.locator("[data-save-state=saved]")).toContainText(/Saved \d\d:\d\d/);

test("the table answers many rows as one, and one undo takes them back", async ({ browser }) => {
  const page = await openWalk(browser, "/identity/sign-in-strength?view=table");
  const errors = watchConsole(page);
  await expect(rows(page).first()).toBeVisible();
  expect(await rows(page).count()).toBeGreaterThan(400);
  await expect(page.getByRole("grid")).toHaveAccessibleName(/^\d+ criteria by topic and stage$/);
  await rows(page).first().focus();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await expect(page.getByText("3 rows selected", { exact: true })).toBeVisible();
  await page.keyboard.press("m");
  await expect(page.getByRole("status").filter({ hasText: "3 answers set to met." })).toBeVisible();
  for (const index of [0, 1, 2]) await expect(rows(page).nth(index)).toContainText("Met");
  await saved(page);
  await page.keyboard.press("n");
  await page.getByLabel("Why they don’t apply, for 3 rows").fill("ends with this year");
  await page.keyboard.press("Enter");
  await expect(rows(page).nth(2)).toContainText("Not applicable");
  await expect(rows(page).nth(2)).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect(rows(page).nth(2)).toContainText("Met");
  await page.keyboard.press("Control+z");
  for (const index of [0, 1, 2]) await expect(rows(page).nth(index)).toContainText("Unanswered");

  // One row, as in the walk; then the way to its topic and back.
  await page.keyboard.press("Escape");
  await page.keyboard.press("Home");
  await expect(rows(page).first()).toBeFocused();
  await page.keyboard.press("p");
  await page.keyboard.type("30/40");
  await page.keyboard.press("Enter");
  await expect(rows(page).first()).toContainText("Partly");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("u");
  await expect(rows(page).nth(1)).toContainText("Unknown");
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/view=table/);
  await expect(page.locator("[data-criterion] [aria-pressed=true]")).toHaveCount(2);
  await page.goBack();
  await expect(page).toHaveURL(/view=table/);
  await page.keyboard.press("End");
  await expect(rows(page).last()).toBeFocused();
  await saved(page);
  expect(errors()).toEqual([]);
});

test("filters combine, are counted, stand in the address and hold in list and table", async ({ browser }) => {
  const page = await openWalk(browser, "/devices/inventory?view=table");
  await page.keyboard.press("f");
  const filter = page.getByRole("dialog", { name: "Filter" });
  await filter.getByRole("checkbox", { name: "Unanswered" }).check();
  await filter.getByRole("checkbox", { name: "Gates" }).check();
  const shown = Number(/\d+/.exec((await filter.getByRole("status").textContent()) ?? "")?.[0]);
  expect(shown).toBeGreaterThan(10);
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/show=unanswered,gates/);
  await expect(rows(page)).toHaveCount(shown);
  await page.reload();
  await page.locator("[data-walk=ready]").waitFor();
  await expect(rows(page)).toHaveCount(shown);
  await rows(page).first().focus();
  await page.keyboard.press("m");
  // What was answered stays in sight until the filters are set again.
  await expect(rows(page).first()).toContainText("Met");
  await page.keyboard.press("v");
  await expect(
    page
      .getByRole("navigation", { name: "Topics" })
      .getByText(/\d+ shown/)
      .first(),
  ).toBeVisible();
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(page).not.toHaveURL(/show=/);
});

test("the palette opens on every page, finds pages, actions, topics and criteria, and goes there", async ({
  browser,
}) => {
  const page = await openWalk(browser, "/data/keys");
  const find = page.getByRole("dialog", { name: "Find or do" });
  await page.keyboard.press("Control+k");
  await expect(find.getByRole("combobox", { name: "Words to find" })).toBeFocused();
  await page.keyboard.type("as a table");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/view=table/);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("people");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/people$/);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("phishing-resistant");
  const criterion = find.getByRole("option").filter({ hasText: "phishing-resistant" }).first();
  await expect(criterion.locator("mark").first()).toHaveText(/phishing-resistant/i);
  await criterion.click();
  await expect(page).toHaveURL(/\/walk\/identity\/[a-z-]+#/);
  await expect(page.locator("[data-criterion] [role=group] button:focus")).toHaveCount(1);

  // Who works for more organizations than a list holds finds each of them by its name.
  const headers = { origin: walkApp().origin };
  const made = await Promise.all(
    Array.from({ length: 52 }, (_, index) =>
      page.context().request.post("/api/organizations", { headers, data: { name: `Client ${index + 11}` } }),
    ),
  );
  expect(made.every((response) => response.ok())).toBe(true);
  for (const path of ["/account", `/${walkApp().organization}/people`]) {
    await page.goto(walkApp().origin + path);
    // The page listens a moment after it is there.
    await expect(async () => {
      await page.keyboard.press("Control+k");
      await expect(find).toBeVisible({ timeout: 1000 });
    }).toPass();
    await find.getByRole("combobox").fill("62 client");
    await expect(find.getByRole("option", { name: /^Client 62/ })).toHaveCount(1);
  }
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/client-62/);
});

test("a page that is asked for just after the focus moved is gone to, and back leads to where it was", async ({
  browser,
}) => {
  const page = await openWalk(browser, "/data/keys?view=table");
  await expect(rows(page).first()).toBeVisible();
  // Longer than the focus has to rest for the address to take note of its criterion.
  await page.route(/\/people\?/, async (route) => {
    await page.waitForTimeout(1000);
    await route.continue();
  });
  await page.evaluate(() => {
    document.querySelectorAll<HTMLElement>("[data-row]")[2]?.focus();
    document.querySelector<HTMLElement>("a[href$='/people']")?.click();
  });
  await expect(page).toHaveURL(/\/people$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/identity\/[a-z-]+\?view=table#/);
  await expect(rows(page).nth(2)).toBeFocused();

  // Also where the focus has rested long enough just as the other page is there: slow enough that it surely has.
  await page.unroute(/\/people\?/);
  await page.evaluate(() => {
    const push = history.pushState;
    history.pushState = (...change) => {
      push.apply(history, change);
      const until = performance.now() + 1000;
      while (performance.now() < until);
    };
    document.querySelectorAll<HTMLElement>("[data-row]")[3]?.focus();
    document.querySelector<HTMLElement>("a[href$='/people']")?.click();
  });
  await expect(page.getByRole("heading", { name: "People", level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/\/people$/);
});

test("a workshop keeps who was there, what was decided and who saw it differently", async ({ browser }) => {
  const page = await openWalk(browser, "/network/segmentation?view=workshop");
  const errors = watchConsole(page, [/422/]);
  const aside = page.getByRole("complementary", { name: "Workshop" });
  await aside.getByRole("button", { name: "Start", exact: true }).click();
  await expect(aside.getByRole("timer")).toHaveText(/0:0[1-9]/);
  await aside.getByRole("button", { name: "Pause" }).click();
  await aside.getByRole("button", { name: "Record decision" }).click();
  await aside.getByLabel("Decision").fill("We count the branch offices too.");
  await aside.getByRole("button", { name: "Record decision" }).click();
  await expect(aside.getByText("Say who is in the room.")).toBeVisible();
  await aside.getByRole("button", { name: walkApp().owner.name }).click();
  await aside.getByLabel("Name of somebody else in the room").fill("Network engineer");
  await page.keyboard.press("Enter");
  await aside.getByLabel("Dissent").fill("נציגת הסניפים: too early");
  await page.reload();
  await expect(aside.getByLabel("Decision")).toHaveValue("We count the branch offices too.");
  await aside.getByRole("button", { name: "Record decision" }).click();
  const noted = aside.getByRole("listitem").filter({ hasText: "branch offices" });
  await expect(noted).toContainText("Dissent: נציגת הסניפים: too early");
  await expect(noted).toContainText(`${walkApp().owner.name} and Network engineer`);
  await expect(aside.getByLabel("Decision")).toHaveValue("");
  await page.keyboard.press("Tab");
  await aside.getByRole("button", { name: "End workshop" }).click();
  await page.locator("[data-criterion] [role=group] button").first().focus();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("complementary", { name: "Beside the criterion" })).toContainText("branch offices");
  expect(errors()).toEqual([]);
});

test("a whole pillar is answered by keyboard alone, with names that a screen reader can say", async ({ browser }) => {
  const page = await openWalk(browser, "/infrastructure");
  const total = await page.locator("nav[aria-label=Topics] a[href*='/walk/infrastructure/']").count();
  expect(total).toBeGreaterThan(8);
  for (let topic = 0; topic < total; topic++) {
    const group = page.locator("[data-criterion] [role=group]").first();
    const statement = (await page.locator("[data-criterion] p").first().textContent()) ?? "";
    await expect(group).toHaveAccessibleName(`Answer: ${statement}`);
    const count = await page.locator("[data-criterion]").count();
    for (let at = 0; at < count; at++) {
      await page.keyboard.press(at % 3 === 0 ? "m" : at % 3 === 1 ? "x" : "u");
      await page.keyboard.press("ArrowDown");
    }
    await expect(page.locator("[data-criterion] [aria-pressed=true]")).toHaveCount(count);
    if (topic < total - 1) await page.keyboard.press("j");
  }
  await saved(page);
  await expect(page.getByRole("progressbar", { name: /^Infrastructure: \d+ of \d+/ })).toBeVisible();
});

test("long, mixed and cut texts and a clock that is a day off lose nothing and say what is wrong", async ({
  browser,
}) => {
  const context = await walkApp().open(browser, walkApp().owner);
  const page = await context.newPage();
  // The time of day alone: timers stay the browser's own.
  await page.clock.setFixedTime(Date.now() + 24 * 3_600_000);
  await page.goto(`${walkApp().walk}/apps/inventory-and-shadow-use`);
  await page.locator("[data-walk=ready]").waitFor();
  const note = page.getByLabel("Note");
  const mixed = `שלום 🔐 ${"👩‍💻".slice(0, 1)} مرحبا`;
  await note.fill(mixed);
  await expect(page.locator("[data-save-state=saved]")).toContainText("this device’s is 24 hours ahead");
  const long = "ab 🔐".repeat(20_000);
  await note.fill(long);
  await expect(page.getByRole("alert").filter({ hasText: "80,000 characters too many" })).toBeVisible();
  await page.reload();
  await page.locator("[data-walk=ready]").waitFor();
  await expect(note).toHaveValue(long);
  await note.fill(`${long.slice(0, 200)} end`);
  await expect(page.getByRole("alert").filter({ hasText: "too many" })).toHaveCount(0);
  await saved(page);
  const again = await openWalk(browser, `/apps/inventory-and-shadow-use${new URL(page.url()).hash}`);
  await expect(again.getByLabel("Note")).toHaveValue(`${long.slice(0, 200)} end`);
});

test("table, filter, palette and workshop have no accessibility findings, wide in the dark and at 360 px in light", async ({
  browser,
}) => {
  test.slow();
  const wide = await openWalk(browser, "/data/encryption?view=table&show=gates", {
    colorScheme: "dark",
    viewport: { width: 1440, height: 900 },
  });
  await rows(wide).first().focus();
  await wide.keyboard.press("Space");
  await wide.keyboard.press("p");
  await expectNoBarriers(wide);
  await wide.keyboard.press("Escape");
  await wide.keyboard.press("f");
  await expect(wide.getByRole("dialog", { name: "Filter" })).toBeVisible();
  await expectNoBarriers(wide, "dialog[open]");
  await wide.keyboard.press("Escape");
  await wide.keyboard.press("Control+k");
  await expect(wide.getByRole("combobox", { name: "Words to find" })).toBeFocused();
  await wide.keyboard.type("key");
  await expect(wide.getByRole("option").first()).toBeVisible();
  await expectNoBarriers(wide, "dialog[open]");

  const phone = { width: 360, height: 760 };
  const small = await openWalk(browser, "/data/encryption?view=table&show=gates", {
    colorScheme: "light",
    viewport: phone,
    hasTouch: true,
  });
  await rows(small).first().getByRole("checkbox").check();
  await expectNoBarriers(small);
  expect(await small.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await small.getByRole("button", { name: "Not met" }).tap();
  await expect(rows(small).first()).toContainText("Not met");
  await small.goto(`${walkApp().walk}/data/encryption?view=workshop`);
  await expect(small.getByRole("button", { name: "Record decision" })).toBeVisible();
  await expectNoBarriers(small);
  expect(await small.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});
