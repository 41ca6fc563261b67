import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { expectNoBarriers } from "./axe";
import { OWNER } from "./browser-setup";

/** The application that all browser tests share. */
export const origin = (): string => process.env.PLUMBLINE_ORIGIN ?? "";
export const organization = (): string => process.env.PLUMBLINE_ORGANIZATION ?? "";

/** A test whose page fails it for any error in the console: a refused style, a failed hydration, a missing file. */
export const test = base.extend<{ page: Page }>({
  page: async ({ page }, use) => {
    const errors = watchConsole(page);
    await use(page);
    expect(errors, "errors in the console").toEqual([]);
  },
});
export { expect };

/** Collects what a page complains of. */
export function watchConsole(page: Page): string[] {
  const errors: string[] = [];
  page.on("console", (message) => {
    // A route that refuses or is out of reach is logged by the browser; the tests that provoke it look at the page.
    if (message.type() === "error" && !/Failed to load resource/.test(message.text())) errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  return errors;
}

/** Signs a context in as the owner, without the form. */
export async function signIn(context: BrowserContext, at = origin(), { email, password } = OWNER): Promise<void> {
  const { csrfToken } = (await (await context.request.get(`${at}/api/auth/csrf`)).json()) as { csrfToken: string };
  const response = await context.request.post(`${at}/api/auth/callback/credentials`, {
    headers: { origin: at },
    form: { csrfToken, email, password, json: "true" },
  });
  expect(response.ok(), "signing in").toBe(true);
}

/**
 * A new assessment in the shared organization.
 * @param content a version other than the newest
 * @returns its address
 */
export async function newAssessment(
  context: BrowserContext,
  name: string,
  content?: Readonly<{ questionnaire: string; version: string }>,
): Promise<string> {
  const response = await context.request.post(`${origin()}/api/organizations/${organization()}/assessments`, {
    headers: { origin: origin() },
    data: { name, scope: "Group", content },
  });
  expect(response.ok(), "making an assessment").toBe(true);
  const { slug } = (await response.json()) as { slug: string };
  return `${origin()}/${organization()}/assessments/${slug}`;
}

/** Signs off every pillar that waits for it on the page of a review, one after the other, each as it is shown. */
export async function signOffAll(page: Page): Promise<void> {
  const steps = page.getByRole("row").getByRole("button", { name: /^Sign off / });
  await expect(steps.first()).toBeVisible();
  for (let left = await steps.count(); left > 0; left--) {
    await steps.first().click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^Sign off / })
      .click();
    await expect(steps).toHaveCount(left - 1);
  }
}

/** No barriers, and no sideways scroll. */
export async function expectSound(page: Page): Promise<void> {
  await expectNoBarriers(page, "html", "wcag");
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over, "sideways scroll in px").toBeLessThanOrEqual(0);
}
