import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { walkReady, walkSuite, watchConsole } from "../support/walk-app";

const { walkApp, openWalk } = walkSuite();

const row = (page: Page, criterion: string): Locator => page.locator(`[data-criterion="${criterion}"]`);
const answer = (page: Page, criterion: string, name: string): Locator =>
  row(page, criterion).getByRole("button", { name, exact: true });
const saved = (page: Page) => expect(page.locator("[data-save-state=saved]")).toContainText(/Saved \d\d:\d\d/);

/** Criteria of the page's topic, as they stand. */
const criteria = (page: Page) =>
  page.locator("[data-criterion]").evaluateAll((rows) => rows.map((one) => one.getAttribute("data-criterion") ?? ""));

test("answers a whole topic by keyboard alone, and a second sign-in sees it", async ({ browser }) => {
  const page = await openWalk(browser, "");
  const errors = watchConsole(page);
  await expect(page).toHaveURL(/\/walk\/identity\/sign-in-strength$/);
  const ids = await criteria(page);
  expect(ids.length).toBeGreaterThanOrEqual(4);
  await expect(page.getByText("1.00", { exact: true })).toBeVisible();

  await page.keyboard.press("m");
  await expect(answer(page, ids[0] ?? "", "Met")).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("p");
  await page.keyboard.type("1123/1204");
  await expect(answer(page, ids[1] ?? "", "Partly")).toHaveAttribute("aria-pressed", "false");
  await page.keyboard.press("Enter");
  await expect(answer(page, ids[1] ?? "", "Partly")).toHaveAttribute("aria-pressed", "true");
  await expect(row(page, ids[1] ?? "")).toContainText("Claim 93.3 % (1,123 of 1,204)");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("n");
  await page.keyboard.type("there is no directory");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("x");
  await page.keyboard.press("ArrowDown");
  // Arrows move between the answers of one criterion without setting any; Space sets.
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(answer(page, ids[4] ?? "", "Unknown")).toBeFocused();
  await expect(answer(page, ids[4] ?? "", "Unknown")).toHaveAttribute("aria-pressed", "false");
  await page.keyboard.press("Space");
  await expect(answer(page, ids[4] ?? "", "Unknown")).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("0");
  await saved(page);
  await expect(page.getByText("1.00", { exact: true })).toBeHidden();

  await page.keyboard.press("j");
  await expect(page).toHaveURL(/\/walk\/identity\/enrolment-and-recovery/);
  await page.keyboard.press("k");
  await expect(page).toHaveURL(/\/walk\/identity\/sign-in-strength/);

  const again = await openWalk(browser, "/identity/sign-in-strength");
  await expect(answer(again, ids[0] ?? "", "Met")).toHaveAttribute("aria-pressed", "true");
  await expect(
    row(again, ids[1] ?? "")
      .getByRole("textbox")
      .first(),
  ).toHaveValue("1,123/1,204");
  await expect(row(again, ids[2] ?? "")).toContainText("There is no directory · to be accepted");
  await expect(answer(again, ids[3] ?? "", "Not met")).toHaveAttribute("aria-pressed", "true");
  expect(errors()).toEqual([]);
});

test("picks a stage in one key, says what it filled, undoes it as one", async ({ browser }) => {
  const page = await openWalk(browser, "/identity/context-rules");
  const ids = await criteria(page);
  const strip = page.getByRole("status").filter({ hasText: "." });
  await page.keyboard.press("x");
  await page.keyboard.press("2");
  await expect(strip).toContainText(/Filled \d as met; kept Not met; \d above unanswered\./);
  await page.keyboard.press("Digit2");
  await expect(strip).toContainText("Nothing to fill. Replace 1 answer with met?");
  await page.getByRole("button", { name: "Replace 1 answer" }).click();
  await expect(answer(page, ids[0] ?? "", "Met")).toHaveAttribute("aria-pressed", "true");
  for (const text of ["Undone.", /Undone: \d answers\./]) {
    await page.keyboard.press("Control+z");
    await expect(strip).toContainText(text);
  }
  await expect(answer(page, ids[0] ?? "", "Not met")).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator("[data-criterion] [aria-pressed=true]")).toHaveCount(1);
  await saved(page);

  await page.getByRole("tab", { name: "History" }).click();
  const history = page.getByRole("tabpanel").getByRole("listitem");
  await expect(history).toHaveCount(3);
  await expect(history.first()).toContainText("undone");
  await history.nth(1).getByRole("button", { name: "Restore" }).click();
  await expect(answer(page, ids[0] ?? "", "Met")).toHaveAttribute("aria-pressed", "true");
  await expect(history).toHaveCount(4);

  await history.first().getByRole("button", { name: "Mark as correction" }).click();
  await page.getByLabel("What had been wrong").fill("Looked at the wrong tenant.");
  await page.getByRole("button", { name: "Mark as correction" }).first().click();
  await expect(history.first()).toContainText("Correction of a mistake: “Looked at the wrong tenant.”");
  await history.first().getByRole("button", { name: "Take the mark back" }).click();
  await expect(history.first()).not.toContainText("Correction of a mistake");
});

test("shows both where two answer the same criterion, and picks one", async ({ browser }) => {
  const [mine, theirs] = [
    await openWalk(browser, "/identity/entitlements"),
    await openWalk(browser, "/identity/entitlements"),
  ];
  const [first = "", second = ""] = await criteria(mine);
  // Else it would be told of the other answer before it gives its own.
  await mine.context().setOffline(true);
  await theirs.keyboard.press("x");
  await theirs.getByLabel("Note").fill("only in the head office");
  await saved(theirs);

  await mine.keyboard.press("m");
  await mine.context().setOffline(false);
  await expect(mine.locator("[data-save-state=trouble]")).toContainText("1 conflict");
  await expect(row(mine, first)).toContainText("Theirs counts until you pick");
  await expect(answer(mine, first, "Not met")).toHaveAttribute("aria-pressed", "true");
  await mine.keyboard.press("[");
  await expect(answer(mine, first, "Met")).toHaveAttribute("aria-pressed", "true");
  await saved(mine);
  await expect(mine.getByLabel("Note")).toHaveValue("only in the head office");

  // An undo doesn't take back what somebody else has changed since.
  await theirs.reload();
  await walkReady(theirs);
  await mine.keyboard.press("ArrowDown");
  await mine.keyboard.press("2");
  await saved(mine);
  await theirs.reload();
  await walkReady(theirs);
  await answer(theirs, second, "Unknown").click();
  await saved(theirs);
  await mine.keyboard.press("Control+z");
  await expect(mine.getByRole("status").filter({ hasText: "undone" })).toContainText(/the other was changed by/);
  await expect(answer(mine, second, "Unknown")).toHaveAttribute("aria-pressed", "true");
});

test("keeps what is answered without a connection, over a reload, and sends it in order", async ({ browser }) => {
  const page = await openWalk(browser, "/identity/identity-stores");
  const [first = "", second = "", third = ""] = await criteria(page);
  await page.context().setOffline(true);
  await page.keyboard.press("x");
  await page.keyboard.press("m");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("u");
  await expect(page.locator("[data-save-state=kept]")).toContainText(
    "Kept on this device until the connection is back",
  );
  await expect(row(page, first)).toContainText("Kept on this device");
  await page.context().setOffline(false);
  await saved(page);

  // The server gone while the page comes from elsewhere: what waits is there again and goes out once it answers.
  await page.route("**/answers", (route) => route.abort());
  await row(page, third).click();
  await page.keyboard.press("n");
  await page.keyboard.type("outsourced as a whole");
  await page.keyboard.press("Enter");
  await page.getByLabel("Note").fill("see the contract");
  await expect(page.locator("[data-save-state=kept]")).toBeVisible();
  await page.reload();
  await walkReady(page);
  await expect(row(page, third)).toContainText("Outsourced as a whole");
  // Sealed: nothing of it can be read by whoever opens the browser's files.
  const onDevice = () => page.evaluate(() => JSON.stringify(localStorage));
  expect(await onDevice()).toContain("plumbline.kept/");
  for (const word of [third, "utsourced", "contract", "not-applicable"]) expect(await onDevice()).not.toContain(word);

  // Whoever signs out is asked first, and may stay.
  await page.getByRole("button", { name: walkApp().owner.name }).first().click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  const asked = page.getByRole("dialog", { name: "Sign out and lose what isn’t sent?" });
  await expect(asked).toContainText("answers in");
  await asked.getByRole("button", { name: "Stay signed in" }).last().click();
  await page.unroute("**/answers");
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await saved(page);
  await expect.poll(onDevice).not.toContain("plumbline.kept/");

  const again = await openWalk(browser, "/identity/identity-stores");
  await expect(answer(again, first, "Met")).toHaveAttribute("aria-pressed", "true");
  await expect(answer(again, second, "Unknown")).toHaveAttribute("aria-pressed", "true");
  await row(again, third).click();
  await expect(again.getByLabel("Note")).toHaveValue("see the contract");
});

test("keeps half an entry over a reload", async ({ browser }) => {
  const page = await openWalk(browser, "/identity/guests-and-partners");
  await page.keyboard.press("p");
  await page.keyboard.type("1205/1204");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "larger than its population" })).toBeVisible();
  await page.reload();
  await walkReady(page);
  const [first = ""] = await criteria(page);
  const field = row(page, first).getByRole("textbox").first();
  await expect(field).toHaveValue("1205/1204");
  await field.fill("100 %");
  await field.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "All covered: saved as Met." })).toBeVisible();
});

test("a draft outlives a closed tab, is announced before it goes, and goes with the sign-out", async ({ browser }) => {
  const page = await openWalk(browser, "/identity/joiners-and-leavers");
  const context = page.context();
  const panel = (of: Page) => of.getByRole("complementary", { name: "Beside the criterion" });
  const write = async (of: Page) => {
    await panel(of)
      .getByRole("tab", { name: /Comments/ })
      .click();
    return panel(of).getByRole("textbox", { name: /^Comment on/ });
  };
  await (await write(page)).fill("who owns the leavers list?");
  const kept = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("plumbline.kept/")));
  await expect.poll(kept).toHaveLength(1);
  await page.close();

  const again = await context.newPage();
  await again.goto(`${walkApp().walk}/identity/joiners-and-leavers`);
  await walkReady(again);
  await expect(await write(again)).toHaveValue("who owns the leavers list?");

  // A device that kept it for 25 days says so on every page, and keeps it on request.
  const days = (count: number) => Date.now() + count * 86_400_000;
  const later = await context.newPage();
  await later.clock.setFixedTime(days(25));
  await later.goto(`${walkApp().origin}/${walkApp().organization}`);
  const notice = later.getByRole("status").filter({ hasText: "Not sent yet: 1 draft in 2026-round" });
  await expect(notice).toContainText("then it is removed");
  expect((await new AxeBuilder({ page: later }).analyze()).violations).toEqual([]);
  await notice.getByRole("button", { name: "Keep 30 more days" }).click();
  await expect(notice).toBeHidden();

  // Past its term it is gone.
  await later.clock.setFixedTime(days(56));
  await later.goto(`${walkApp().walk}/identity/joiners-and-leavers`);
  await walkReady(later);
  await expect(await write(later)).toHaveValue("");
  expect(await later.evaluate(() => JSON.stringify(localStorage))).not.toContain("comment/");

  await (await write(again)).fill("and the contractors?");
  await again.getByRole("button", { name: walkApp().owner.name }).first().click();
  await again.getByRole("menuitem", { name: "Sign out" }).click();
  await again.getByRole("button", { name: "Sign out and lose it" }).click();
  await again.waitForURL(/sign-in/);
  const left = await again.evaluate(async () => {
    const opening = indexedDB.open("plumbline", 1);
    const database = await new Promise<IDBDatabase>((resolve) => {
      opening.onsuccess = () => resolve(opening.result);
    });
    const counting = database.transaction("keys").objectStore("keys").count();
    await new Promise((resolve) => {
      counting.onsuccess = resolve;
    });
    return { keys: counting.result, entries: Object.keys(localStorage).filter((key) => key.includes("kept")) };
  });
  expect(left).toEqual({ keys: 0, entries: [] });
});

test("renews an ended session in place, mid-sentence, and loses nothing", async ({ browser }) => {
  const page = await openWalk(browser, "/identity/service-accounts");
  const [first = ""] = await criteria(page);
  await page.keyboard.press("t");
  await expect(page.getByLabel("Note")).toBeFocused();
  await page.keyboard.type("Keys are rotated ");
  await saved(page);
  await page.context().clearCookies();
  await page.keyboard.type("twice a year", { delay: 20 });
  const dialog = page.getByRole("dialog", { name: "Sign in again" });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByLabel("Password")).toBeFocused();
  await page.keyboard.type("not the password");
  await page.keyboard.press("Enter");
  await expect(dialog).toContainText("don’t fit together");
  await dialog.getByLabel("Password").fill(walkApp().owner.password);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel("Note")).toBeFocused();
  await page.keyboard.type(" by a job");
  await saved(page);
  const again = await openWalk(browser, "/identity/service-accounts");
  await row(again, first).click();
  await expect(again.getByLabel("Note")).toHaveValue("Keys are rotated twice a year by a job");
});

test("evidence is added by one and accepted by another; who may only read is told why", async ({ browser }) => {
  const mine = await openWalk(browser, "/identity/identity-risk");
  const [first = "", second = ""] = await criteria(mine);
  await mine.keyboard.press("m");
  await mine.keyboard.press("e");
  await mine.getByRole("button", { name: "Link", exact: true }).click();
  await mine.getByLabel("Title").fill("Risk policy export");
  await mine.getByLabel("Link", { exact: true }).fill("javascript:alert(1)");
  await mine.getByRole("button", { name: "Add evidence", exact: true }).click();
  await expect(mine.getByText("Give an address that begins with https://")).toBeVisible();
  await mine.getByLabel("Link", { exact: true }).fill("https://files.example.org/risk.json");
  await mine.getByLabel("Measured").fill("80 %");
  await mine.getByRole("button", { name: "Add evidence", exact: true }).click();
  await expect(mine.getByRole("link", { name: "Risk policy export" })).toBeVisible();
  await expect(mine.getByText("Yours: it needs another reviewer.")).toBeVisible();
  await row(mine, second).click();
  await mine.keyboard.press("n");
  await mine.keyboard.type("no such accounts");
  await mine.keyboard.press("Enter");
  await saved(mine);

  const reviewer = await openWalk(browser, "/identity/identity-risk", { member: await walkApp().invite("reviewer") });
  await expect(reviewer.getByText("Your role reviews")).toBeVisible();
  await expect(reviewer.getByRole("group", { name: /^Answer/ })).toHaveCount(0);
  await row(reviewer, first).click();
  await reviewer.getByRole("button", { name: "Accept", exact: true }).click();
  await expect(row(reviewer, first)).toContainText("Contradicted: Risk policy export");
  await expect(reviewer.getByText(/verified 0\.\d\d/).first()).toBeVisible();
  await row(reviewer, second).click();
  await reviewer.getByRole("button", { name: "Accept", exact: true }).click();
  await expect(row(reviewer, second)).toContainText("No such accounts · accepted by you");
  await row(reviewer, first).click();
  await reviewer.getByRole("button", { name: "Propose an exception" }).click();
  await reviewer.getByLabel("Reason").fill("Until the new platform is there");
  await reviewer.getByLabel("Owner").fill("Head of IT");
  await reviewer.getByLabel("Ends on").fill("2099-12-31");
  await reviewer.getByRole("button", { name: "Propose exception" }).click();
  await expect(reviewer.getByText("owner Head of IT", { exact: true })).toBeVisible();

  const viewer = await openWalk(browser, "/identity/identity-risk", { member: await walkApp().invite("viewer") });
  await expect(viewer.getByText("Read only: your role doesn’t answer.")).toBeVisible();
  await viewer.keyboard.press("x");
  await expect(row(viewer, first)).toContainText("Met");
});

test("finds, filters, goes back, and keeps single keys off where a person wants so", async ({ browser }) => {
  const page = await openWalk(browser, "/identity/sign-in-strength");
  await page.keyboard.press("/");
  const find = page.getByRole("dialog", { name: "Find or do" });
  await expect(find.getByRole("combobox")).toBeFocused();
  await page.keyboard.type("encrypt");
  await expect(find.getByRole("option").first()).toContainText(/encrypt/i);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/identity/);
  await page.goBack();
  await expect(page).toHaveURL(/sign-in-strength/);
  await expect(page.getByRole("heading", { level: 2 }).first()).toContainText("prove who they are");

  await page.keyboard.press("2");
  await page.keyboard.press("0");
  await page.keyboard.press("f");
  const filter = page.getByRole("dialog", { name: "Filter" });
  await filter.getByRole("checkbox", { name: "Unanswered" }).check();
  await expect(page).toHaveURL(/show=unanswered/);
  await page.keyboard.press("Escape");
  await expect(page.locator("[data-criterion]")).toHaveCount(0);
  await page.keyboard.press("g");
  await expect(page.locator("[data-criterion]").first()).toBeVisible();

  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  await keys.getByRole("switch", { name: "Single keys" }).uncheck();
  await page.keyboard.press("Escape");
  const before = await page.locator("[data-criterion] [aria-pressed=true]").count();
  await page.keyboard.press("m");
  expect(await page.locator("[data-criterion] [aria-pressed=true]").count()).toBe(before);
  await page.reload();
  await walkReady(page);
  await page.keyboard.press("m");
  expect(await page.locator("[data-criterion] [aria-pressed=true]").count()).toBe(before);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`has no accessibility findings and fits 360 px, ${colorScheme}`, async ({ browser }) => {
    test.slow();
    const wide = await openWalk(browser, "/data/encryption", { colorScheme, viewport: { width: 1440, height: 960 } });
    await wide.keyboard.press("p");
    await wide.keyboard.type("60");
    await wide.keyboard.press("Enter");
    await wide.keyboard.press("e");
    await clean(wide);
    await wide.keyboard.press("Escape");
    await wide.getByRole("tab", { name: "History" }).click();
    await expect(wide.getByRole("tabpanel").getByRole("listitem").first()).toBeVisible();
    await clean(wide);
    await wide.getByRole("button", { name: "all keys" }).click();
    await expect(wide.getByRole("dialog")).toBeVisible();
    await clean(wide);

    const small = await openWalk(browser, "/data/keys", {
      colorScheme,
      viewport: { width: 360, height: 760 },
      hasTouch: true,
      isMobile: true,
    });
    const [first = ""] = await criteria(small);
    await row(small, first).getByRole("button", { name: "Partly" }).tap();
    const [count, population] = [
      row(small, first).getByRole("textbox").nth(0),
      row(small, first).getByRole("textbox").nth(1),
    ];
    await expect(count).toBeFocused();
    await count.fill(colorScheme === "light" ? "30" : "31");
    await population.fill("40");
    await population.press("Enter");
    await expect(row(small, first)).toContainText("of 40");
    await clean(small);
    expect(await small.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    for (const button of await row(small, first).getByRole("button").all()) {
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
    await small.getByRole("button", { name: "Evidence" }).tap();
    await expect(small.getByRole("dialog")).toContainText("How to check");
    await clean(small);
    await small.getByRole("dialog").getByRole("button", { name: "Close" }).tap();
    await small.getByRole("heading", { level: 1 }).getByRole("button").tap();
    await small
      .getByRole("dialog")
      .getByRole("link", { name: /Classification/ })
      .first()
      .tap();
    await expect(small).toHaveURL(/data\/classification/);
  });
}

async function clean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
}
