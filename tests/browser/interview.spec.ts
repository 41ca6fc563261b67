import { expect, expectSound, newAssessment, origin, signIn, test, watchConsole } from "../support/browser";

test("somebody without an account answers their topics, also without a connection, and the team takes it over", async ({
  page,
  context,
  browser,
}) => {
  await signIn(context);
  const base = await newAssessment(context, "Interviewed");
  await page.goto(`${base}/interviews`);
  await page.getByLabel("Name of the person").fill("Network engineer");
  await page.getByRole("button", { name: /^Make link for/ }).click();
  const link = await page.getByLabel("Interview link for Network engineer").inputValue();
  expect(link.startsWith(`${origin()}/interview/`)).toBe(true);
  await expectSound(page);

  const guest = await browser.newContext({ viewport: { width: 360, height: 780 }, colorScheme: "dark" });
  const theirs = await guest.newPage();
  const errors = watchConsole(theirs);
  await theirs.goto(link);
  const rows = theirs.locator("li[data-criterion]");
  const state = theirs.locator("[data-save-state]");
  await expectSound(theirs);
  await theirs.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await rows.nth(0).getByRole("button", { name: "Met", exact: true }).click();
  await expect(state).toHaveText(/Saved \d\d:\d\d/);
  // The page is kept anew after a save: sealed, under a name that isn't the link, and so seen by its time alone.
  const kept = () =>
    theirs.evaluate(async () => {
      const cache = await caches.open("plumbline-interview-sealed");
      const [name] = await cache.keys();
      const found = name && (await cache.match(name));
      const readable = (await found?.text())?.includes("data-criterion");
      return { at: Number(found?.headers.get("x-kept-at")), name: name?.url ?? "", readable };
    });
  const savedAt = await theirs.evaluate(() => Date.now());
  await expect.poll(async () => (await kept()).at).toBeGreaterThan(savedAt - 1_000);
  expect((await kept()).readable).toBe(false);
  expect((await kept()).name).not.toContain(link.split("/").at(-1) ?? link);

  await guest.setOffline(true);
  await rows.nth(1).getByRole("button", { name: "Partly" }).click();
  await rows
    .nth(1)
    .getByLabel(/^How much/)
    .fill("3/4");
  await rows
    .nth(1)
    .getByLabel(/^How much/)
    .press("Enter");
  await expect(state).toHaveText(/Kept on this device/);
  await rows.nth(1).getByText("How to find out, and a note").click();
  await rows.nth(1).getByLabel("Note for the team").fill("counted in the console");
  expect(await theirs.evaluate(() => JSON.stringify(localStorage))).not.toContain("coverage");
  await theirs.reload();
  await expect(rows.nth(0).getByRole("button", { name: "Met", exact: true })).toHaveAttribute("aria-pressed", "true");
  await expect(rows.nth(1).getByLabel(/^How much/)).toHaveValue("3/4");
  await expect(rows.nth(1).getByLabel("Note for the team")).toHaveValue("counted in the console");
  await guest.setOffline(false);
  await expect(state).toHaveText(/Saved/, { timeout: 15_000 });
  await theirs.getByRole("button", { name: "Hand in" }).click();
  await theirs.getByRole("dialog").getByRole("button", { name: "Hand in" }).click();
  await expect(theirs.getByText("Handed in, thank you")).toBeVisible();
  expect(errors).toEqual([]);
  await guest.close();

  await page.reload();
  await expect(page.getByText("handed in")).toBeVisible();
  await page.getByRole("button", { name: "Take over 2 answers" }).click();
  await expect(page.getByText("All of it stands in the assessment")).toBeVisible();
  await expectSound(page);
});
