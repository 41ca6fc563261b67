import type { Page } from "@playwright/test";
import {
  expect,
  expectSound,
  newAssessment,
  organization,
  origin,
  signIn,
  test,
  watchConsole,
} from "../support/browser";

test.describe.configure({ timeout: 180_000 });

const WIDTHS = [
  { width: 1440, height: 900, colorScheme: "light" },
  { width: 1440, height: 900, colorScheme: "dark" },
  { width: 360, height: 740, colorScheme: "light" },
] as const;

/** Axe and no sideways scroll in both themes and on a phone. */
async function expectSoundEverywhere(page: Page): Promise<void> {
  for (const { colorScheme, ...size } of WIDTHS) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme });
    await expectSound(page);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: "light" });
}

test("an assessment moves to the newest version, and back while nothing was answered", async ({ page }) => {
  await signIn(page.context());
  const address = await newAssessment(page.context(), "Move", { questionnaire: "zero-trust", version: "1.0.0" });
  await page.goto(`${address}/settings`);
  await page.getByRole("link", { name: "See what would change with zero-trust 1.2.0" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Move to zero-trust 1.2.0" })).toBeVisible();
  const levels = page.getByRole("table", { name: "Levels by 1.0.0 and by 1.2.0" });
  await expect(levels.getByRole("row")).toHaveCount(8);
  // A long list opens on a click, so that the decision below it is in sight.
  await page.locator("summary", { hasText: "Reworded" }).click();
  await expect(page.getByText("Every staff sign-in rated high is blocked until")).toBeVisible();
  await expect(page.getByText("Every staff sign-in rated high-risk is blocked until")).toBeVisible();
  await expectSoundEverywhere(page);

  await page.getByRole("button", { name: "Move to zero-trust 1.2.0" }).press("Enter");
  const back = page.getByRole("button", { name: "Move back to zero-trust 1.0.0" });
  await expect(back).toBeVisible();
  await expect(page.getByText("There is no later version.")).toBeVisible();
  await back.press("Enter");
  await expect(page.getByText(/taken back .* by Security lead/)).toBeVisible();
  await expectSoundEverywhere(page);
});

test("a walk that is open elsewhere stops at a move, says so, and loses nothing of what wasn't sent", async ({
  page,
  browser,
}) => {
  await signIn(page.context());
  const address = await newAssessment(page.context(), "Moved under a walk", {
    questionnaire: "zero-trust",
    version: "1.0.0",
  });
  const elsewhere = await browser.newContext();
  await signIn(elsewhere);
  const walk = await elsewhere.newPage();
  const errors = watchConsole(walk);
  await walk.goto(`${address}/walk/apps/visibility-and-governance`);
  await walk.locator("[data-walk=ready][data-live=on]").waitFor();
  const gone = walk.locator('[data-criterion="apps.visibility-and-governance.records-arrive"]');
  const rows = walk.locator("[data-criterion]");
  const stays = rows.nth(1);
  await expect(gone).toHaveCount(1);
  // Neither leaves the browser before the move.
  await walk.route("**/answers", (route) => route.abort());
  await gone.getByRole("button", { name: "Met", exact: true }).click();
  await stays.getByRole("button", { name: "Not met" }).click();

  const moved = await page.request.put(
    `${origin()}/api/organizations/${organization()}/assessments/${address.split("/").at(-1)}/content`,
    {
      headers: { origin: origin() },
      data: {
        from: { questionnaire: "zero-trust", version: "1.0.0" },
        to: { questionnaire: "zero-trust", version: "1.1.0" },
      },
    },
  );
  expect(moved.ok()).toBe(true);
  await expect(walk.getByText("Moved to zero-trust 1.1.0 meanwhile.").first()).toBeVisible();
  await expect(walk.getByText("2 entries of yours not saved")).toBeVisible();
  await expect(stays.getByRole("button", { name: "Not met" })).toHaveCount(0);

  await walk.unroute("**/answers");
  await walk.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(gone).toContainText(
    "Not saved: Met. zero-trust 1.1.0, to which the assessment moved, doesn’t ask this.",
  );
  await expect(walk.getByText("1 entry of yours not saved")).toBeVisible();
  await expectSound(walk);

  await walk.getByRole("button", { name: "Load it again" }).click();
  await walk.locator("[data-walk=ready][data-live=on]").waitFor();
  await expect(walk.locator('[data-criterion="apps.visibility-and-governance.activity-records-arrive"]')).toHaveCount(
    1,
  );
  await expect(rows.locator("[aria-pressed=true]")).toHaveText(["Not met"]);
  const left = walk.getByRole("region", { name: "Not asked any more" });
  await expect(left).toContainText("Not saved: Met.");
  await expectSound(walk);
  await left.getByRole("button", { name: "Discard" }).click();
  await expect(left).toHaveCount(0);
  await expect.poll(() => walk.evaluate(() => JSON.stringify(localStorage))).not.toContain("walk/");
  expect(errors).toEqual([]);
  await elsewhere.close();
});

test("an overlay is begun, changed by hand and by its controls, published, and assessed", async ({ page }) => {
  await signIn(page.context());
  await page.goto(`${origin()}/${organization()}/questionnaires`);
  await expectSoundEverywhere(page);
  await page.getByRole("button", { name: /^Begin an overlay of zero-trust/ }).click();
  const text = page.getByRole("textbox", { name: "Text of the questionnaire" });
  await expect(text).toHaveValue(/^# Lies over zero-trust 1\.2\.0/);

  // A fault is named with its place, keeps it from being published, and a press leads there.
  const start = await text.inputValue();
  await text.fill(start.replace("hide: []", "hide: [network.nothing]"));
  const fault = page.getByRole("button", { name: /hide\.0: zero-trust 1\.2\.0 has no topic network\.nothing/ });
  await expect(fault).toBeVisible();
  await expect(page.getByRole("button", { name: "Publish 1.0.0" })).toBeDisabled();
  await fault.press("Enter");
  await expect(text).toBeFocused();
  expect(await text.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart).split("\n")[0])).toBe(
    "network.nothing]",
  );

  await text.fill(start);
  await expect(page.getByText("No problems.")).toBeVisible();
  await page.getByRole("button", { name: /^Sign-in strength/ }).click();
  await expect(page.getByRole("heading", { level: 3, name: "Sign-in strength" })).toBeVisible();
  await page.getByLabel("Weight of the topic").selectOption("7");
  await expect(text).toHaveValue(/identity\.sign-in-strength: 7/);
  await page.locator("summary", { hasText: /^Network/ }).click();
  await page.getByRole("button", { name: /^Admission/ }).click();
  await expect(page.getByRole("heading", { level: 3, name: /^Admission/ })).toBeVisible();
  await page.getByRole("button", { name: "Hide this topic" }).click();
  await expect(text).toHaveValue(/\nhide: \[network\.admission\]\n/);
  await expect(page.getByRole("button", { name: "Show this topic" })).toBeVisible();
  await expectSoundEverywhere(page);

  await page.getByRole("button", { name: "Publish 1.0.0" }).click();
  await expect(page.getByText(/^own-.* · published .* by Security lead/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Begin version 1.1.0" })).toBeVisible();

  await page.goto(`${origin()}/${organization()}/assessments/new`);
  await page.getByRole("link", { name: "Zero Trust maturity, our own 1.0.0" }).click();
  await expect(page.getByText(/own-.* 1\.0\.0$/).first()).toBeVisible();
  await page.getByRole("button", { name: "Skip, ask everything" }).click();
  await expect(page).toHaveURL(/\/walk/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
