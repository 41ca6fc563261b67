import { expect, test } from "@playwright/test";
import { expectNoBarriers } from "../support/axe";
import { walkReady, walkSuite, watchConsole } from "../support/walk-app";
import { allSaved, answerOf, criteriaOn, rowOf } from "../support/walk-page";

const { walkApp, openWalk } = walkSuite();

test("answers a whole topic by keyboard alone, and a second sign-in sees it", async ({ browser }) => {
  const page = await openWalk(browser, "");
  const errors = watchConsole(page);
  await expect(page).toHaveURL(/\/walk\/identity\/sign-in-strength$/);
  const ids = await criteriaOn(page);
  expect(ids.length).toBeGreaterThanOrEqual(4);
  await expect(page.getByText("1.00", { exact: true })).toBeVisible();

  await page.keyboard.press("m");
  await expect(answerOf(page, ids[0] ?? "", "Met")).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("p");
  await page.keyboard.type("1123/1204");
  await expect(answerOf(page, ids[1] ?? "", "Partly")).toHaveAttribute("aria-pressed", "false");
  await page.keyboard.press("Enter");
  await expect(answerOf(page, ids[1] ?? "", "Partly")).toHaveAttribute("aria-pressed", "true");
  await expect(rowOf(page, ids[1] ?? "")).toContainText("Claim 93.3 % (1,123 of 1,204)");
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
  await expect(answerOf(page, ids[4] ?? "", "Unknown")).toBeFocused();
  await expect(answerOf(page, ids[4] ?? "", "Unknown")).toHaveAttribute("aria-pressed", "false");
  await page.keyboard.press("Space");
  await expect(answerOf(page, ids[4] ?? "", "Unknown")).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("0");
  await allSaved(page);
  await expect(page.getByText("1.00", { exact: true })).toBeHidden();

  await page.keyboard.press("j");
  await expect(page).toHaveURL(/\/walk\/identity\/enrolment-and-recovery/);
  await page.keyboard.press("k");
  await expect(page).toHaveURL(/\/walk\/identity\/sign-in-strength/);

  const again = await openWalk(browser, "/identity/sign-in-strength");
  await expect(answerOf(again, ids[0] ?? "", "Met")).toHaveAttribute("aria-pressed", "true");
  await expect(
    rowOf(again, ids[1] ?? "")
      .getByRole("textbox")
      .first(),
  ).toHaveValue("1,123/1,204");
  await expect(rowOf(again, ids[2] ?? "")).toContainText("There is no directory · to be accepted");
  await expect(answerOf(again, ids[3] ?? "", "Not met")).toHaveAttribute("aria-pressed", "true");
  expect(errors()).toEqual([]);
});

test("picks a stage in one key, says what it filled, undoes it as one", async ({ browser }) => {
  const page = await openWalk(browser, "/identity/context-rules");
  const ids = await criteriaOn(page);
  const strip = page.getByRole("status").filter({ hasText: "." });
  await page.keyboard.press("x");
  await page.keyboard.press("2");
  await expect(strip).toContainText(/Filled \d as met; kept Not met; \d above unanswered\./);
  await page.keyboard.press("Digit2");
  await expect(strip).toContainText("Nothing to fill. Replace 1 answer with met?");
  await page.getByRole("button", { name: "Replace 1 answer" }).click();
  await expect(answerOf(page, ids[0] ?? "", "Met")).toHaveAttribute("aria-pressed", "true");
  for (const text of ["Undone.", /Undone: \d answers\./]) {
    await page.keyboard.press("Control+z");
    await expect(strip).toContainText(text);
  }
  await expect(answerOf(page, ids[0] ?? "", "Not met")).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator("[data-criterion] [aria-pressed=true]")).toHaveCount(1);
  await allSaved(page);

  await page.getByRole("tab", { name: "History" }).click();
  const history = page.getByRole("tabpanel").getByRole("listitem");
  await expect(history).toHaveCount(3);
  await expect(history.first()).toContainText("undone");
  await history.nth(1).getByRole("button", { name: "Restore" }).click();
  await expect(answerOf(page, ids[0] ?? "", "Met")).toHaveAttribute("aria-pressed", "true");
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
  const [first = "", second = ""] = await criteriaOn(mine);
  // Else it would be told of the other answer before it gives its own: without a connection an open stream still tells.
  await mine.route("**/live", (route) => route.abort());
  await mine.reload();
  await walkReady(mine);
  await mine.context().setOffline(true);
  await theirs.keyboard.press("x");
  await theirs.getByLabel("Note").fill("only in the head office");
  await allSaved(theirs);

  await mine.keyboard.press("m");
  await mine.unroute("**/live");
  await mine.context().setOffline(false);
  await expect(mine.locator("[data-save-state=trouble]")).toContainText("1 conflict");
  await expect(rowOf(mine, first)).toContainText("Theirs counts until you pick");
  await expect(answerOf(mine, first, "Not met")).toHaveAttribute("aria-pressed", "true");
  await mine.keyboard.press("[");
  await expect(answerOf(mine, first, "Met")).toHaveAttribute("aria-pressed", "true");
  await allSaved(mine);
  await expect(mine.getByLabel("Note")).toHaveValue("only in the head office");

  // An undo doesn't take back what somebody else has changed since.
  await theirs.reload();
  await walkReady(theirs);
  await mine.keyboard.press("ArrowDown");
  await mine.keyboard.press("2");
  await allSaved(mine);
  await theirs.reload();
  await walkReady(theirs);
  await answerOf(theirs, second, "Unknown").click();
  await allSaved(theirs);
  await mine.keyboard.press("Control+z");
  await expect(mine.getByRole("status").filter({ hasText: "undone" })).toContainText(/the other was changed by/);
  await expect(answerOf(mine, second, "Unknown")).toHaveAttribute("aria-pressed", "true");
});

test("evidence is added by one and accepted by another; who may only read is told why", async ({ browser }) => {
  const mine = await openWalk(browser, "/identity/identity-risk");
  const [first = "", second = ""] = await criteriaOn(mine);
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
  await rowOf(mine, second).click();
  await mine.keyboard.press("n");
  await mine.keyboard.type("no such accounts");
  await mine.keyboard.press("Enter");
  await allSaved(mine);

  const reviewer = await openWalk(browser, "/identity/identity-risk", { member: await walkApp().invite("reviewer") });
  await expect(reviewer.getByText("Your role reviews")).toBeVisible();
  await expect(reviewer.getByRole("group", { name: /^Answer/ })).toHaveCount(0);
  await rowOf(reviewer, first).click();
  await reviewer.getByRole("button", { name: "Accept", exact: true }).click();
  await expect(rowOf(reviewer, first)).toContainText("Contradicted: Risk policy export");
  await expect(reviewer.getByText(/verified 0\.\d\d/).first()).toBeVisible();
  await rowOf(reviewer, second).click();
  await reviewer.getByRole("button", { name: "Accept", exact: true }).click();
  await expect(rowOf(reviewer, second)).toContainText("No such accounts · accepted by you");
  await rowOf(reviewer, first).click();
  await reviewer.getByRole("button", { name: "Propose an exception" }).click();
  await reviewer.getByLabel("Reason").fill("Until the new platform is there");
  await reviewer.getByLabel("Owner").fill("Head of IT");
  await reviewer.getByLabel("Ends on").fill("2099-12-31");
  await reviewer.getByRole("button", { name: "Propose exception" }).click();
  await expect(reviewer.getByText("owner Head of IT", { exact: true })).toBeVisible();
  await reviewer.getByRole("button", { name: "Write a finding" }).click();
  await expect(reviewer.getByLabel("Found")).toBeFocused();
  await reviewer.getByRole("button", { name: "Keep finding" }).click();
  await expect(reviewer.getByRole("button", { name: "Keep finding" })).toHaveCount(0);

  const viewer = await openWalk(browser, "/identity/identity-risk", { member: await walkApp().invite("viewer") });
  await expect(viewer.getByText("Read only: your role doesn’t answer.")).toBeVisible();
  await viewer.keyboard.press("x");
  await expect(rowOf(viewer, first)).toContainText("Met");
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
    await expectNoBarriers(wide);
    await wide.keyboard.press("Escape");
    await wide.getByRole("tab", { name: "History" }).click();
    await expect(wide.getByRole("tabpanel").getByRole("listitem").first()).toBeVisible();
    await expectNoBarriers(wide);
    await wide.getByRole("button", { name: "all keys" }).click();
    await expect(wide.getByRole("dialog")).toBeVisible();
    await expectNoBarriers(wide);

    const small = await openWalk(browser, "/data/keys", {
      colorScheme,
      viewport: { width: 360, height: 760 },
      hasTouch: true,
      isMobile: true,
    });
    const [first = ""] = await criteriaOn(small);
    await rowOf(small, first).getByRole("button", { name: "Partly" }).tap();
    const [count, population] = [
      rowOf(small, first).getByRole("textbox").nth(0),
      rowOf(small, first).getByRole("textbox").nth(1),
    ];
    await expect(count).toBeFocused();
    await count.fill(colorScheme === "light" ? "30" : "31");
    await population.fill("40");
    await population.press("Enter");
    await expect(rowOf(small, first)).toContainText("of 40");
    await expectNoBarriers(small);
    expect(await small.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    for (const button of await rowOf(small, first).getByRole("button").all()) {
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
    await small.getByRole("button", { name: "Evidence" }).tap();
    await expect(small.getByRole("dialog")).toContainText("How to check");
    await expectNoBarriers(small);
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
