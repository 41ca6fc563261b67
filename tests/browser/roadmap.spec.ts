import type { Locator, Page } from "@playwright/test";
import { expect, expectSound, newAssessment, signIn, test } from "../support/browser";

test.describe.configure({ timeout: 180_000 });

/** The address of a roadmap over a fresh assessment with the targets that a new one has. */
async function openRoadmap(page: Page, name: string): Promise<string> {
  await signIn(page.context());
  const roadmap = `${await newAssessment(page.context(), name)}/roadmap`;
  await page.goto(roadmap);
  await ready(page);
  return roadmap;
}

const rows = (page: Page): Locator => page.getByRole("region", { name: "Timeline" }).getByRole("listitem");
const capacity = (page: Page): Locator => page.getByRole("textbox", { name: "Capacity a quarter" });
const outlook = (page: Page): Locator => page.getByText(/initiatives? with .* person-days lead/);

/** Until the page answers: a sheet opens from its row. */
async function ready(page: Page): Promise<void> {
  await expect(outlook(page)).toBeVisible();
  await page.waitForLoadState("networkidle");
}

async function openFirst(page: Page): Promise<string> {
  const row = rows(page).first().getByRole("link");
  await row.focus();
  await page.keyboard.press("Enter");
  const title = page.getByRole("dialog").getByRole("heading", { level: 2 });
  await expect(title).toBeVisible();
  return (await title.textContent()) ?? "";
}

test("the plan follows the capacity, is saved, and can be taken back", async ({ page }) => {
  await openRoadmap(page, "Capacity");
  await expectSound(page);
  const before = await outlook(page).textContent();
  await capacity(page).fill("400");
  await expect(outlook(page)).not.toHaveText(before ?? "");
  await capacity(page).press("Enter");
  const toast = page.getByText("Saved: Capacity 120 → 400 d");
  await expect(toast).toBeVisible();

  await page.reload();
  await ready(page);
  await expect(capacity(page)).toHaveValue("400");
  const slider = page.getByRole("slider", { name: /Capacity a quarter/ });
  await slider.focus();
  await slider.press("ArrowRight");
  await expect(page.getByText("Saved: Capacity 400 → 405 d")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(capacity(page)).toHaveValue("400");

  await capacity(page).fill("none");
  await expect(page.getByText(/Give whole person-days/)).toBeVisible();
  await capacity(page).press("Escape");
  await expect(capacity(page)).toHaveValue("400");
});

test("what is decided of an initiative is kept, by keyboard alone", async ({ page }) => {
  await openRoadmap(page, "Decisions");
  const title = await openFirst(page);
  const sheet = page.getByRole("dialog");
  await expectSound(page);
  await sheet.getByRole("button", { name: "In progress" }).press("Enter");
  await expect(sheet.getByLabel("Starts on")).not.toHaveValue("");
  await sheet.getByLabel("Owner").fill("Identity team");
  await sheet.getByLabel("Owner").press("Enter");
  await expect(sheet.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();

  // A note that is typed and left with Escape is saved, and the focus goes back to where it came from.
  await sheet.getByLabel("Note").fill("Agreed on Monday.");
  const saved = page.waitForResponse((response) => response.request().method() === "PUT");
  await page.keyboard.press("Escape");
  expect((await saved).ok()).toBe(true);
  await expect(
    page.getByRole("link", { name: new RegExp(`^${literally(title)}: .*in progress`) }).first(),
  ).toBeFocused();

  await page.goBack();
  await expect(sheet.getByLabel("Note")).toHaveValue("Agreed on Monday.");
  await page.reload();
  await expect(sheet.getByLabel("Owner")).toHaveValue("Identity team");
  await expect(sheet.getByLabel("Note")).toHaveValue("Agreed on Monday.");
  await expect(sheet.getByRole("button", { name: "In progress" })).toHaveAttribute("aria-pressed", "true");

  // An end before the start is not saved and not lost.
  await sheet.getByLabel("Ends on").fill("2020-01-01");
  await sheet.getByLabel("Owner").focus();
  await expect(sheet.getByText(/can’t end before it starts/)).toBeVisible();
  await expect(sheet.getByLabel("Ends on")).toHaveValue("2020-01-01");
});

test("two people who decide at once both see it, and one is chosen", async ({ page, browser }) => {
  const roadmap = await openRoadmap(page, "Conflict");
  await openFirst(page);
  const other = await browser.newPage();
  await signIn(other.context());
  await other.goto(page.url());
  const theirs = other.getByRole("dialog");
  await theirs.getByLabel("Owner").fill("Network team");
  await theirs.getByLabel("Owner").press("Enter");
  await expect(theirs.getByText(/^Saved/)).toBeVisible();

  const mine = page.getByRole("dialog");
  await mine.getByLabel("Owner").fill("Identity team");
  await mine.getByLabel("Owner").press("Enter");
  await expect(mine.getByText("Somebody else changed this meanwhile")).toBeVisible();
  await expect(mine.getByLabel("Owner")).toHaveValue("Network team");
  await expect(mine.getByText(/Yours: open, owner Identity team/)).toBeVisible();
  await mine.getByRole("button", { name: "Use mine" }).click();
  await expect(mine.getByText(/^Saved/)).toBeVisible();
  await other.goto(page.url());
  await expect(theirs.getByLabel("Owner")).toHaveValue("Identity team");
  await other.goto(roadmap);
  await other.close();
});

test("a change without a connection stays, and is sent again", async ({ page }) => {
  await openRoadmap(page, "Offline");
  await openFirst(page);
  const sheet = page.getByRole("dialog");
  await page.context().setOffline(true);
  await sheet.getByLabel("Owner").fill("Identity team");
  await sheet.getByLabel("Owner").press("Enter");
  await expect(sheet.getByText("Not saved")).toBeVisible();
  await expect(sheet.getByLabel("Owner")).toHaveValue("Identity team");
  await page.context().setOffline(false);
  await sheet.getByRole("button", { name: "Try again" }).click();
  await expect(sheet.getByText(/^Saved/)).toBeVisible();
});

test("the board moves work, and the tables say it all", async ({ page }) => {
  const roadmap = await openRoadmap(page, "Views");
  await page.goto(`${roadmap}?view=board`);
  await ready(page);
  await expectSound(page);
  const open = page.getByRole("region", { name: /^Open/ });
  const card = open.getByRole("listitem").first();
  const title = (await card.getByRole("link").textContent()) ?? "";
  await card.getByRole("button", { name: `Move: ${title}` }).click();
  await page.getByRole("menuitem", { name: "Done" }).click();
  await expect(page.getByRole("region", { name: /^Done/ }).getByText(title)).toBeVisible();
  await expect(page.getByText(`${title}: done`)).toBeVisible();

  await page.goto(`${roadmap}?view=table`);
  await ready(page);
  await expectSound(page);
  const row = page.getByRole("row").filter({ hasText: title });
  await expect(row.getByRole("cell", { name: "Done", exact: true })).toBeVisible();
});

test("it is sound in the dark and on a phone", async ({ page }) => {
  const roadmap = await openRoadmap(page, "Small");
  await page.emulateMedia({ colorScheme: "dark" });
  await expectSound(page);
  await page.setViewportSize({ width: 360, height: 800 });
  for (const view of ["", "?view=board", "?view=table"]) {
    await page.goto(roadmap + view);
    await ready(page);
    await expectSound(page);
  }
  await page.goto(roadmap);
  await page.getByRole("region", { name: "Quarter by quarter" }).getByRole("link").first().click();
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectSound(page);
});

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
