import { expect, type Page, test } from "@playwright/test";
import { expectNoBarriers } from "../support/axe";
import { walkReady, walkSuite } from "../support/walk-app";
import { allSaved, answerOf, criteriaOn, rowOf } from "../support/walk-page";

const { walkApp, openWalk } = walkSuite();

test("keeps what is answered without a connection, over a reload, and sends it in order", async ({ browser }) => {
  const page = await openWalk(browser, "/identity/identity-stores");
  const [first = "", second = "", third = ""] = await criteriaOn(page);
  await page.context().setOffline(true);
  await page.keyboard.press("x");
  await page.keyboard.press("m");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("u");
  await expect(page.locator("[data-save-state=kept]")).toContainText(
    "Kept on this device until the connection is back",
  );
  await expect(rowOf(page, first)).toContainText("Kept on this device");
  await page.context().setOffline(false);
  await allSaved(page);

  // The server gone while the page comes from elsewhere: what waits is there again and goes out once it answers.
  await page.route("**/answers", (route) => route.abort());
  await rowOf(page, third).click();
  await page.keyboard.press("n");
  await page.keyboard.type("outsourced as a whole");
  await page.keyboard.press("Enter");
  await page.getByLabel("Note").fill("see the contract");
  await expect(page.locator("[data-save-state=kept]")).toBeVisible();
  await page.reload();
  await walkReady(page);
  await expect(rowOf(page, third)).toContainText("Outsourced as a whole");
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
  await allSaved(page);
  await expect.poll(onDevice).not.toContain("plumbline.kept/");

  const again = await openWalk(browser, "/identity/identity-stores");
  await expect(answerOf(again, first, "Met")).toHaveAttribute("aria-pressed", "true");
  await expect(answerOf(again, second, "Unknown")).toHaveAttribute("aria-pressed", "true");
  await rowOf(again, third).click();
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
  const [first = ""] = await criteriaOn(page);
  const field = rowOf(page, first).getByRole("textbox").first();
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
  await expectNoBarriers(later);
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
  const [first = ""] = await criteriaOn(page);
  await page.keyboard.press("t");
  await expect(page.getByLabel("Note")).toBeFocused();
  await page.keyboard.type("Keys are rotated ");
  await allSaved(page);
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
  await allSaved(page);
  const again = await openWalk(browser, "/identity/service-accounts");
  await rowOf(again, first).click();
  await expect(again.getByLabel("Note")).toHaveValue("Keys are rotated twice a year by a job");
});

test("keeps nothing on the device where the organization switches that off, and says so", async ({ browser }) => {
  const page = await openWalk(browser, "/identity/identity-risk");
  const context = page.context();
  const left = (of: Page) =>
    of.evaluate(async () => ({
      entries: Object.keys(localStorage).filter((key) => key.startsWith("plumbline.kept/")),
      caches: await caches.keys(),
      databases: (await indexedDB.databases()).map(({ name }) => name),
    }));
  const nothing = { entries: [], caches: [], databases: [] };
  const [first = "", second = ""] = await criteriaOn(page);
  await page.route("**/answers", (route) => route.abort());
  await page.keyboard.press("x");
  await expect.poll(async () => (await left(page)).entries).toHaveLength(1);

  const settings = await context.newPage();
  await settings.goto(`${walkApp().origin}/${walkApp().organization}/settings`);
  const kept = settings.getByRole("switch", { name: "Keep what isn’t sent on people’s devices" });
  await expectNoBarriers(settings);
  await kept.click();
  await expect(settings.getByText(/^Saved/)).toBeVisible();
  await settings.close();

  // What waits goes from the device at once, into the page that sends it.
  await page.reload();
  await walkReady(page);
  await expect(page.locator("[data-save-state=trouble]")).toContainText(
    "Not sent yet: kept only while this tab is open",
  );
  await expect(answerOf(page, first, "Not met")).toHaveAttribute("aria-pressed", "true");
  await expect.poll(async () => (await left(page)).entries).toEqual([]);
  await page.unroute("**/answers");
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await allSaved(page);

  const fresh = await openWalk(browser, "/identity/identity-risk");
  await fresh.context().setOffline(true);
  await rowOf(fresh, second).click();
  await fresh.keyboard.press("m");
  await expect(fresh.locator("[data-save-state=trouble]")).toContainText("kept only while this tab is open");
  await expect(rowOf(fresh, second)).toContainText("Kept only while this tab is open");
  expect(await left(fresh)).toEqual(nothing);
  await fresh.context().setOffline(false);
  await allSaved(fresh);

  const asked = await context.request.post(`${walkApp().api}/interviews`, {
    headers: { origin: walkApp().origin },
    data: { person: "Network engineer", topics: ["network.admission"], days: 5 },
  });
  const guest = await browser.newContext({ baseURL: walkApp().origin });
  const theirs = await guest.newPage();
  await theirs.goto((await asked.json()).path);
  const met = theirs.locator("li[data-criterion]").first().getByRole("button", { name: "Met", exact: true });
  await expect(theirs.getByText("You can also just leave")).toBeVisible();
  await guest.setOffline(true);
  await met.click();
  await expect(theirs.locator("[data-save-state]")).toHaveText("Not sent yet: kept only while this tab is open");
  await expect(theirs.getByText("leave this tab open until then")).toBeVisible();
  expect(await left(theirs)).toEqual(nothing);
  expect(await theirs.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  await guest.setOffline(false);
  await expect(theirs.locator("[data-save-state]")).toHaveText(/Saved/, { timeout: 15_000 });
  await guest.close();

  const back = await context.request.patch(`/api/organizations/${walkApp().organization}`, {
    headers: { origin: walkApp().origin },
    data: { keepOnDevice: true },
  });
  expect(back.ok()).toBe(true);
});
