import type { Browser, BrowserContext, Page } from "@playwright/test";
import { expect, expectSound, newAssessment, organization, origin, signIn, signOffAll, test } from "../support/browser";
import { OWNER } from "../support/browser-setup";

test.describe.configure({ timeout: 180_000 });

const TOPIC = "identity.sign-in-strength";
const [ONE, TWO, THREE] = ["second-factor-everywhere", "no-legacy-protocols", "admins-phishing-resistant"].map(
  (criterion) => `${TOPIC}.${criterion}`,
) as [string, string, string];
const PILLARS = ["devices", "apps", "data", "network", "infrastructure"];
const REVIEWER = {
  name: "The reviewer",
  email: "queue-reviewer@example.org",
  password: "seven plain words in a row 8",
};

async function call(context: BrowserContext, method: string, path: string, data: object = {}): Promise<void> {
  const response = await context.request.fetch(path, { method, data, headers: { origin: origin() } });
  expect(response.ok(), `${method} ${path}: ${await response.text()}`).toBe(true);
}

/** A reviewer of the shared organization, in a browser of their own. */
async function openReviewer(browser: Browser, owner: BrowserContext): Promise<BrowserContext> {
  const invitations = `${origin()}/api/organizations/${organization()}/invitations`;
  const invited = await owner.request.post(invitations, {
    data: { email: REVIEWER.email, role: "reviewer" },
    headers: { origin: origin() },
  });
  const { path } = (await invited.json()) as { path: string };
  const context = await browser.newContext();
  const { name, password } = REVIEWER;
  await call(context, "POST", `${origin()}/api/invitations/redeem`, { token: path.split("/").at(-1), name, password });
  await signIn(context, origin(), REVIEWER);
  return context;
}

const current = (page: Page) => page.locator("[data-key][aria-expanded=true]");
const part = (page: Page, title: string) => page.getByRole("heading", { level: 3, name: title });

test("a reviewer works the queue by keyboard, approves, and opens the next round", async ({
  page,
  context,
  browser,
}) => {
  await signIn(context, origin(), OWNER);
  const home = await newAssessment(context, "Reviewed");
  const slug = home.split("/").at(-1) ?? "";
  const api = `${origin()}/api/organizations/${organization()}/assessments/${slug}`;
  await call(context, "POST", `${api}/answers`, {
    changes: [
      { criterion: ONE, base: 0, status: "met" },
      { criterion: TWO, base: 0, status: "not-applicable", reason: "no such protocol is left" },
      { criterion: THREE, base: 0, status: "met" },
    ],
  });
  await call(context, "POST", `${api}/evidence`, {
    ...{ kind: "attestation", method: "examine", title: "Sign-in report", date: "2026-10-01" },
    criteria: [{ criterion: THREE, verdict: "supports" }],
  });
  await call(context, "PUT", `${api}/exceptions`, {
    ...{ criterion: ONE, owner: "Head of IT", reason: "until the move", risk: "phishing", expires: "2999-01-01" },
  });

  // Who answered sends the pillar to review, and can't decide anything themself.
  await page.goto(`${home}/review`);
  await expectSound(page);
  await expect(page.getByText("needs another reviewer").first()).toBeVisible();
  await page.getByRole("button", { name: "Send Identity to review" }).click();
  await expect(page.getByRole("row", { name: /^Identity in review/ })).toBeVisible();
  for (const pillar of PILLARS) await call(context, "PUT", `${api}/pillars/${pillar}/review`);

  const theirs = await openReviewer(browser, context);
  const review = await theirs.newPage();
  await review.goto(`${home}/review`);
  await expect(part(review, "Not applicable, to accept")).toBeVisible();
  await review.setViewportSize({ width: 360, height: 800 });
  await expectSound(review);
  await review.setViewportSize({ width: 1440, height: 900 });
  await review.emulateMedia({ colorScheme: "dark" });
  await expectSound(review);

  await review.keyboard.press("a");
  await expect(part(review, "Not applicable, to accept")).toBeHidden();
  await expect(current(review)).toBeFocused();
  await review.keyboard.press("a");
  await expect(part(review, "Evidence to accept")).toBeHidden();
  await review.keyboard.press("j");
  await expect(part(review, "Exceptions to accept").locator("..").locator("[aria-expanded=true]")).toBeVisible();
  await review.keyboard.press("a");
  await expect(part(review, "Exceptions to accept")).toBeHidden();
  // A letter does nothing once single keys are off; arrows still do.
  await review.getByRole("switch", { name: "Single keys" }).click();
  await review.keyboard.press("q");
  await expect(review.getByLabel("Ask whoever answered")).toBeHidden();
  await review.getByRole("switch", { name: "Single keys" }).click();
  await current(review).focus();
  await review.keyboard.press("q");
  await review.getByLabel("Ask whoever answered").fill("Since when does it hold?");
  await review.keyboard.press("Control+Enter");
  await expect(review.getByText(/“Since when does it hold\?” asked by you, not answered yet/)).toBeVisible();

  // The question is on the home of who answered, and leads to the criterion.
  await page.goto(`${origin()}/${organization()}`);
  await page.getByRole("link", { name: "Since when does it hold?" }).click();
  await page.locator("[data-walk=ready]").waitFor();
  await page.getByRole("button", { name: "Answer", exact: true }).click();
  await page.getByLabel("Answer", { exact: true }).fill("Since May.");
  await page.getByRole("button", { name: "Send answer" }).click();
  await expect(page.getByText("Since May.")).toBeVisible();

  await review.reload();
  await expect(part(review, "Answers to questions")).toBeVisible();
  for (const title of ["Claims without evidence", "Answers to questions"]) {
    await current(review).focus();
    await review.keyboard.press("a");
    await expect(part(review, title)).toBeHidden();
  }
  await expect(review.getByText("Nothing waits for a reviewer")).toBeVisible();

  await review.getByRole("button", { name: "Sign off Identity" }).click();
  const dialog = review.getByRole("dialog");
  await expect(dialog.getByText("1 accepted exception")).toBeVisible();
  await expect(dialog.getByText(/criteria unanswered/)).toBeVisible();
  await expectSound(review);
  await dialog.getByRole("button", { name: "Sign off Identity" }).click();
  await expect(review.getByRole("row", { name: /^Identity signed off/ })).toBeVisible();
  await signOffAll(review);
  await review.getByRole("button", { name: "Approve round 1" }).click();
  await review.getByRole("dialog").getByRole("button", { name: "Approve round 1" }).click();
  await expect(review.getByText("Round 1 is approved", { exact: true })).toBeVisible();

  await page.goto(`${home}/walk/identity/sign-in-strength`);
  await expect(page.getByText(/^Approved: this assessment no longer changes/)).toBeVisible();
  await page.goto(`${home}/dashboard`);
  await expect(page.getByText(/approved by The reviewer on/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Export report" })).toBeVisible();
  await page.goto(`${home}/exceptions`);
  await expect(page.getByRole("row", { name: /until the move/ })).toContainText("accepted");
  await expectSound(page);

  await review.getByRole("button", { name: "Open round 2" }).click();
  await review.getByRole("dialog").getByRole("button", { name: "Open round 2" }).click();
  await expect(review.getByRole("button", { name: "Approve round 2" })).toBeVisible();
  await page.goto(`${home}/walk/identity/sign-in-strength#second-factor-everywhere`);
  await page.locator("[data-walk=ready]").waitFor();
  await expect(page.getByText("0 of 3 confirmed").first()).toBeVisible();
  const row = page.locator(`[data-criterion="${ONE}"]`);
  await expect(row.getByRole("button", { name: /^Still true/ })).toBeVisible();
  await expectSound(page);
  await page.keyboard.press("y");
  await expect(page.getByText("1 of 3 confirmed").first()).toBeVisible();
  await expect(row.getByRole("button", { name: /^Still true/ })).toBeHidden();
  await theirs.close();
});
