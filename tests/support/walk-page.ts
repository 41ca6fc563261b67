import { expect, type Locator, type Page } from "@playwright/test";

/** The row of a criterion. */
export const rowOf = (page: Page, criterion: string): Locator => page.locator(`[data-criterion="${criterion}"]`);

/** One of the answers of a criterion, by its name. */
export const answerOf = (page: Page, criterion: string, name: string): Locator =>
  rowOf(page, criterion).getByRole("button", { name, exact: true });

/** Waits until all that was entered is with the server. */
export const allSaved = (page: Page): Promise<void> =>
  expect(page.locator("[data-save-state=saved]")).toContainText(/Saved \d\d:\d\d/);

/** Criteria of the page's topic, as they stand. */
export const criteriaOn = (page: Page): Promise<string[]> =>
  page.locator("[data-criterion]").evaluateAll((rows) => rows.map((one) => one.getAttribute("data-criterion") ?? ""));
