import {
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  test,
} from "@playwright/test";
import { type AppServer, startApp } from "./app-server";

export type Member = Readonly<{ name: string; email: string; password: string }>;

/** An application of its own with one organization and one fresh assessment, made through its routes. */
export type WalkApp = Readonly<{
  origin: string;
  organization: string;
  assessment: string;
  /** Address of the walk, and of the assessment's routes. */
  walk: string;
  api: string;
  owner: Member;
  /** Another person with a role, joined by invitation. */
  invite: (role: string) => Promise<Member>;
  /** A browser of somebody's own, signed in. */
  open: (browser: Browser, member: Member, options?: BrowserContextOptions) => Promise<BrowserContext>;
  stop: () => Promise<void>;
}>;

const PASSWORD = "seven plain words in a row 7";

async function startWalkApp(browser: Browser): Promise<WalkApp> {
  const app: AppServer = await startApp();
  const { origin } = app;
  const owner = { name: "Security lead", email: "lead@example.org", password: PASSWORD };
  const context = await browser.newContext({ baseURL: origin });
  const { request } = context;
  const token = app.setupLink?.split("/").at(-1) ?? "";
  const made = await post(request, origin, "/api/setup", { token, ...owner, organization: "Harbour Works" });
  const organization = String(made.organization);
  await signIn(request, origin, owner);
  const home = `/api/organizations/${organization}`;
  const begun = await post(request, origin, `${home}/assessments`, { name: "2026 round", scope: "Group" });
  const assessment = String(begun.slug);

  return {
    origin,
    organization,
    assessment,
    walk: `${origin}/${organization}/assessments/${assessment}/walk`,
    api: `${home}/assessments/${assessment}`,
    owner,
    invite: async (role) => {
      const member = { name: `The ${role}`, email: `${role}@example.org`, password: PASSWORD };
      const { path } = await post(request, origin, `${home}/invitations`, { email: member.email, role });
      const stranger = await browser.newContext({ baseURL: origin });
      await post(stranger.request, origin, "/api/invitations/redeem", {
        token: String(path).split("/").at(-1),
        name: member.name,
        password: member.password,
      });
      await stranger.close();
      return member;
    },
    open: async (inBrowser, member, options = {}) => {
      const opened = await inBrowser.newContext({ baseURL: origin, ...options });
      await signIn(opened.request, origin, member);
      return opened;
    },
    stop: async () => {
      await context.close();
      await app.stop();
    },
  };
}

/** One application for all tests of a file; the browsers that a test opened are closed after it. */
export function walkSuite() {
  let app: WalkApp;
  const contexts: BrowserContext[] = [];
  test.beforeAll(async ({ browser }) => {
    test.setTimeout(240_000);
    app = await startWalkApp(browser);
  });
  test.afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
  });
  test.afterAll(() => app?.stop());
  return {
    walkApp: () => app,
    /** A page of the walk in a browser of its own, ready for keys. */
    openWalk: async (
      browser: Browser,
      path: string,
      { member = app.owner, ...options }: { member?: Member } & BrowserContextOptions = {},
    ): Promise<Page> => {
      const context = await app.open(browser, member, options);
      contexts.push(context);
      const page = await context.newPage();
      await page.goto(`${app.walk}${path}`);
      await walkReady(page);
      return page;
    },
  };
}

/** Until the page answers to keys. */
export async function walkReady(page: Page): Promise<void> {
  await page.locator("[data-walk=ready]").waitFor();
}

/** Signs in as the sign-in page does. */
async function signIn(request: APIRequestContext, origin: string, { email, password }: Member): Promise<void> {
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
  const form = { csrfToken, email, password, json: "true" };
  const response = await request.post("/api/auth/callback/credentials", { form, headers: { origin } });
  const { url } = await response.json();
  if (!response.ok() || new URL(url, origin).searchParams.has("error")) throw new Error(`${email} could not sign in`);
}

async function post(
  request: APIRequestContext,
  origin: string,
  path: string,
  data: unknown,
): Promise<Record<string, unknown>> {
  const response = await request.post(path, { data, headers: { origin } });
  if (!response.ok()) throw new Error(`POST ${path}: ${response.status()} ${await response.text()}`);
  return response.json();
}

/** Fails a test for anything that a page writes to the console as an error, save what it is told to expect. */
export function watchConsole(page: Page, expected: RegExp[] = []): () => readonly string[] {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    const text = message.text();
    if (message.type() !== "error" || expected.some((pattern) => pattern.test(text))) return;
    errors.push(`${text} ${message.location().url}`);
  });
  return () => errors;
}
