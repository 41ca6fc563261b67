import type { Browser, BrowserContext, Page } from "@playwright/test";
import { expect, expectSound, newAssessment, organization, origin, signIn, test } from "../support/browser";
import { OWNER } from "../support/browser-setup";

const COLLEAGUE = { name: "Mara Lind", email: "mara@example.org", password: "eight plain words in a row 8" };

/** Two people and a busy machine: what takes milliseconds may take seconds. How fast it is, the bench says. */
const patiently = expect.configure({ timeout: 20_000 });

let owner: BrowserContext;
let colleague: BrowserContext;
let home: string;

test.beforeAll(async ({ browser }) => {
  owner = await browser.newContext();
  await signIn(owner);
  home = await newAssessment(owner, "Live round");
  colleague = await invite(browser);
});
test.afterAll(async () => {
  await owner.close();
  await colleague.close();
});

async function invite(browser: Browser): Promise<BrowserContext> {
  const headers = { origin: origin() };
  const invited = await owner.request.post(`${origin()}/api/organizations/${organization()}/invitations`, {
    headers,
    data: { email: COLLEAGUE.email, role: "consultant" },
  });
  const { path } = (await invited.json()) as { path: string };
  const context = await browser.newContext();
  const { name, email, password } = COLLEAGUE;
  await context.request.post(`${origin()}/api/invitations/redeem`, {
    headers,
    data: { token: path.split("/").at(-1), name, password },
  });
  await signIn(context, origin(), { ...OWNER, email, password });
  return context;
}

async function openWalk(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${home}/walk${path}`);
  await page.locator("[data-walk=ready][data-live=on]").waitFor();
  return page;
}

const firstAnswer = (page: Page, name: string) =>
  page.locator("[data-criterion]").first().getByRole("button", { name, exact: true });
const present = (page: Page, name: string) => page.getByRole("banner").locator(`[data-present="${name}"]`);

test("an answer reaches the other without asking; who is on a topic is seen by name, and no longer once they left", async () => {
  const [mine, theirs] = [
    await openWalk(owner, "/identity/sign-in-strength"),
    await openWalk(colleague, "/identity/sign-in-strength"),
  ];
  await patiently(present(mine, COLLEAGUE.name)).toContainText("ML");
  await patiently(mine.getByText(`On this topic now: ${COLLEAGUE.name}.`).first()).toBeAttached();
  await patiently(present(theirs, OWNER.name)).toBeVisible();
  await expectSound(mine);

  // It comes with the event; nothing is left to be read.
  await mine.route(/\/answers\?criteria=/, (route) => route.abort());
  await firstAnswer(theirs, "Met").click();
  await patiently(firstAnswer(mine, "Met")).toHaveAttribute("aria-pressed", "true");
  await mine.keyboard.press("x");
  await patiently(firstAnswer(theirs, "Not met")).toHaveAttribute("aria-pressed", "true");
  await patiently(mine.locator("[data-save-state=trouble]")).toHaveCount(0);

  await theirs.keyboard.press("j");
  await patiently(present(mine, COLLEAGUE.name)).toHaveCount(0);
  await patiently(
    mine.getByRole("navigation", { name: "Topics" }).locator(`[data-present="${COLLEAGUE.name}"]`),
  ).toBeVisible();
  await theirs.close();
  await patiently(mine.locator("[data-present]")).toHaveCount(0);
  await mine.close();
});

test("the tabs of one browser share a stream, and the next one takes it over", async () => {
  const streams: string[] = [];
  owner.on("request", (request) => {
    if (request.url().endsWith("/live")) streams.push(request.url());
  });
  const first = await openWalk(owner, "/identity/entitlements");
  const second = await openWalk(owner, "/identity/entitlements");
  const theirs = await openWalk(colleague, "/identity/entitlements");
  expect(streams).toHaveLength(1);
  await firstAnswer(theirs, "Met").click();
  for (const page of [first, second]) {
    await patiently(firstAnswer(page, "Met")).toHaveAttribute("aria-pressed", "true");
  }
  await first.close();
  await patiently.poll(() => streams.length).toBe(2);
  await firstAnswer(theirs, "Unknown").click();
  await patiently(firstAnswer(second, "Unknown")).toHaveAttribute("aria-pressed", "true");
});

test("what happened while there was no connection is there when it is back", async () => {
  const mine = await openWalk(owner, "/identity/context-rules");
  const theirs = await openWalk(colleague, "/identity/context-rules");
  await owner.setOffline(true);
  await firstAnswer(theirs, "Met").click();
  await patiently(theirs.locator("[data-save-state=saved]")).toContainText("Saved");
  await owner.setOffline(false);
  await patiently(firstAnswer(mine, "Met")).toHaveAttribute("aria-pressed", "true");
});
