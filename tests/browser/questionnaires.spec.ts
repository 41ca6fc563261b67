import type { Page } from "@playwright/test";
import { expect, expectSound, newAssessment, organization, origin, signIn, test } from "../support/browser";

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
  await page.getByRole("link", { name: "See what would change with zero-trust 1.1.0" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Move to zero-trust 1.1.0" })).toBeVisible();
  const levels = page.getByRole("table", { name: "Levels by 1.0.0 and by 1.1.0" });
  await expect(levels.getByRole("row")).toHaveCount(8);
  // A long list opens on a click, so that the decision below it is in sight.
  await page.locator("summary", { hasText: "Reworded" }).click();
  await expect(page.getByText("Every staff sign-in rated high is blocked until")).toBeVisible();
  await expect(page.getByText("Every staff sign-in rated high-risk is blocked until")).toBeVisible();
  await expectSoundEverywhere(page);

  await page.getByRole("button", { name: "Move to zero-trust 1.1.0" }).press("Enter");
  const back = page.getByRole("button", { name: "Move back to zero-trust 1.0.0" });
  await expect(back).toBeVisible();
  await expect(page.getByText("There is no later version.")).toBeVisible();
  await back.press("Enter");
  await expect(page.getByText(/taken back .* by Security lead/)).toBeVisible();
  await expectSoundEverywhere(page);
});

test("an overlay is begun, changed by hand and by its controls, published, and assessed", async ({ page }) => {
  await signIn(page.context());
  await page.goto(`${origin()}/${organization()}/questionnaires`);
  await expectSoundEverywhere(page);
  await page.getByRole("button", { name: /^Begin an overlay of zero-trust/ }).click();
  const text = page.getByRole("textbox", { name: "Text of the questionnaire" });
  await expect(text).toHaveValue(/^# Lies over zero-trust 1\.1\.0/);

  // A fault is named with its place, keeps it from being published, and a press leads there.
  const start = await text.inputValue();
  await text.fill(start.replace("hide: []", "hide: [network.nothing]"));
  const fault = page.getByRole("button", { name: /hide\.0: zero-trust 1\.1\.0 has no topic network\.nothing/ });
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
