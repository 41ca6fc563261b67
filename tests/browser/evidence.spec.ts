import { expect, type Page, test } from "@playwright/test";
import { expectNoBarriers } from "../support/axe";
import { walkSuite, watchConsole } from "../support/walk-app";

const { walkApp, openWalk } = walkSuite();

type Sent = Readonly<{ name: string; type: string; base64: string }>;

/** Lets go of a file over the panel, or pastes one, as a browser tells the page of it. */
async function hand(page: Page, how: "drop" | "paste", file: Sent): Promise<void> {
  await page.getByRole("complementary", { name: "Beside the criterion" }).evaluate(
    (panel, { how: kind, name, type, base64 }) => {
      const data = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      data.items.add(new File([bytes], name, { type, lastModified: Date.UTC(2026, 8, 1, 12) }));
      const event =
        kind === "drop"
          ? new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data })
          : new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: data });
      panel.dispatchEvent(event);
    },
    { how, ...file },
  );
}

const base64 = (text: string) => Buffer.from(text).toString("base64");
const PNG =
  "iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAFElEQVQYlWOQ96vEgxhGpf2wBAsARwBZ2a+VyiQAAAAASUVORK5CYII=";

test("a dropped file speaks to two criteria, a pasted picture is previewed, and verified moves when another accepts", async ({
  browser,
}) => {
  const page = await openWalk(browser, "/identity/identity-risk");
  // The drawing is refused.
  const errors = watchConsole(page, [/status of 422/]);
  await page.keyboard.press("m");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("m");
  await page.keyboard.press("ArrowUp");

  await hand(page, "drop", { name: "drawing.svg", type: "image/svg+xml", base64: base64("<svg/>") });
  await page.getByRole("button", { name: "Add evidence", exact: true }).click();
  await expect(page.getByText(/SVG drawing, which can carry scripts/)).toBeVisible();
  await hand(page, "drop", { name: "Risk 📊 export.csv", type: "text/csv", base64: base64("user;risk\nanna;low\n") });
  await expect(page.getByLabel("Title")).toHaveValue("Risk 📊 export");
  await expect(page.getByLabel("Was so on")).toHaveValue("2026-09-01");
  await page.getByRole("button", { name: "Also speaks to" }).click();
  const words = page.getByRole("combobox", { name: "Words of a criterion or topic" });
  await words.fill("no such words");
  await expect(page.getByRole("status").filter({ hasText: "Nothing has all of these words" })).toBeVisible();
  // Escape leaves the search and not the form.
  await page.keyboard.press("Escape");
  await expect(page.getByLabel("Title")).toHaveValue("Risk 📊 export");
  await page.getByRole("button", { name: "Also speaks to" }).click();
  await words.fill("risk");
  await words.press("Enter");
  const second = await page.locator("[data-says]").nth(1).getAttribute("data-says");
  await page.locator(`[data-says="${second}"]`).getByLabel("Measured").fill("40 %");
  await page.getByRole("button", { name: "Add evidence", exact: true }).click();
  await expect(page.getByText("Also speaks to another criterion")).toBeVisible();
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.getByRole("group", { name: /First lines of Risk/ })).toContainText("anna;low");

  await hand(page, "paste", { name: "image.png", type: "image/png", base64: PNG });
  await expect(page.locator("[data-file]")).toContainText(/^Screenshot \d{4}-\d\d-\d\d \d\d\.\d\d\.png/);
  await page.getByRole("button", { name: "Add evidence", exact: true }).click();
  await page.getByRole("listitem").filter({ hasText: "Screenshot" }).getByRole("button", { name: "Preview" }).click();
  const picture = page.getByRole("img", { name: /Preview of Screenshot/ });
  await expect
    .poll(() => picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth))
    .toBe(10);

  const reviewer = await openWalk(browser, "/identity/identity-risk", { member: await walkApp().invite("reviewer") });
  const verified = reviewer.getByText(/verified \d\.\d\d/).first();
  await expect(reviewer.getByText("Contradicted: measured 40 %")).toBeVisible();
  await reviewer.locator("[data-criterion]").first().click();
  await expect(verified).toHaveCount(0);
  const piece = reviewer.getByRole("listitem").filter({ hasText: "Risk 📊 export" });
  await piece.getByRole("button", { name: "Accept", exact: true }).click();
  await expect(verified).toBeVisible();
  const download = reviewer.waitForEvent("download");
  await piece.getByRole("link", { name: "Download" }).click();
  expect((await download).suggestedFilename()).toBe("Risk 📊 export.csv");

  await reviewer.goto(`${walkApp().walk.replace(/walk$/, "evidence")}?state=to-accept`);
  const row = reviewer.getByRole("row").filter({ hasText: "Screenshot" });
  await row.getByRole("button", { name: "Accept", exact: true }).click();
  await expect(row).toHaveCount(0);
  const risk = reviewer.getByRole("row").filter({ hasText: "Risk 📊 export" });
  await risk.getByRole("button", { name: "Accept", exact: true }).click();
  await expect(reviewer.getByText("Nothing here: no piece of evidence is in this list.")).toBeVisible();
  await reviewer.getByRole("link", { name: /^Contradicts/ }).click();
  await expect(risk).toContainText(/measures 40(\.0)?\s%/);

  // Found by its own words; what is sought stands in the address.
  const sought = reviewer.getByRole("searchbox", { name: "Words of a piece or of what it speaks to" });
  await sought.fill("export csv");
  await sought.press("Enter");
  await expect(reviewer.getByRole("link", { name: "All 1", exact: true })).toBeVisible();
  await expect(risk).toBeVisible();
  await sought.fill("no such words");
  await sought.press("Enter");
  await expect(reviewer.getByText("Nothing here: no piece in this list has all of these words")).toBeVisible();
  await reviewer.getByRole("link", { name: "Show all", exact: true }).click();
  await expect(sought).toHaveValue("");
  await expect(risk).toBeVisible();
  expect(errors()).toEqual([]);
});

test("form and page are free of barriers in both themes and on a phone", async ({ browser }) => {
  const page = await openWalk(browser, "/identity/identity-risk");
  const criterion = await page.locator("[data-criterion]").first().getAttribute("data-criterion");
  const piece = { kind: "link", title: "Minutes", date: "2026-09-01", link: "https://example.org/minutes" };
  const sent = await page.request.post(`${walkApp().api}/evidence`, {
    data: { ...piece, criteria: [{ criterion, verdict: "supports" }] },
    headers: { origin: walkApp().origin },
  });
  expect(sent.status()).toBe(200);
  for (const [colorScheme, width] of [
    ["dark", 1440],
    ["light", 360],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await page.reload();
    await page.locator("[data-walk=ready]").waitFor();
    await page.keyboard.press("e");
    await expect(page.getByRole("textbox", { name: "Title" })).toBeVisible();
    await check(page, width);
    const walk = page.url();
    await page.goto(walkApp().walk.replace(/walk$/, "evidence"));
    await expect(page.locator("[data-piece]").filter({ hasText: "Minutes" })).toBeVisible();
    await check(page, width);
    await page.goto(walk);
    await page.locator("[data-walk=ready]").waitFor();
  }
});

async function check(page: Page, width: number): Promise<void> {
  await expectNoBarriers(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
}
