import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { type Actor, can, ROLES, type Role } from "../../lib/server/access/roles";
import { createAssessment } from "../../lib/server/assessments/create-assessment";
import { withOrganization } from "../../lib/server/platform/database/client";
import { withClient } from "../../lib/server/platform/database/prepare";
import { type AppServer, startApp } from "../support/app-server";
import { makeActor, openTestDatabase, type TestDatabase } from "../support/database";
import { sessionCookie } from "../support/signed-in";
import { PAGES, ROUTES, type RouteRow } from "./routes";

const ORGANIZATION = "matrix-org";
const NOWHERE = "00000000-0000-4000-8000-000000000000";

let database: TestDatabase;
let app: AppServer;
let assessment: string;
const cookies = new Map<Role | "stranger", string>();
const actors: Actor[] = [];

beforeAll(async () => {
  database = await openTestDatabase();
  const secret = inject("secret");
  for (const role of ROLES) {
    const actor = await makeActor(database, ORGANIZATION, role);
    if (role === "owner") assessment = await makeAssessment(actor);
    cookies.set(role, await sessionCookie(actor.userId, secret));
    actors.push(actor);
  }
  const stranger = await makeActor(database, "another-org", "owner");
  cookies.set("stranger", await sessionCookie(stranger.userId, secret));
  app = await startApp({ environment: { DATABASE_URL: database.ownerUrl, PLUMBLINE_SECRET: secret } });
});

afterAll(async () => {
  await app.stop();
  await database.drop();
});

// Some routes really end a membership: every test begins with all of them.
beforeEach(() =>
  withClient(database.ownerUrl, async (client) => {
    for (const { organizationId, userId, role } of actors) {
      await client.query(
        "INSERT INTO memberships (organization_id, user_id, role) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        [organizationId, userId, role],
      );
    }
  }),
);

async function makeAssessment(actor: Actor): Promise<string> {
  const made = await withOrganization(actor, (db) =>
    createAssessment(db, actor, { name: "Round", scope: "Group", profile: {}, sizes: {} }, () => {}),
  );
  return made.slug;
}

function address(path: string): string {
  return path
    .replace("[organization]", ORGANIZATION)
    .replace("[assessment]", assessment)
    .replace(/\[\[?\.{0,3}[a-zA-Z]+\]?\]/g, NOWHERE);
}

function ask(
  row: Pick<RouteRow, "method" | "path" | "body">,
  cookie?: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(app.origin + address(row.path), {
    method: row.method,
    redirect: "manual",
    headers: {
      ...(cookie ? { cookie } : {}),
      ...(row.method === "GET" ? {} : { "Content-Type": "application/json", origin: app.origin }),
      ...headers,
    },
    ...(row.method === "GET" ? {} : { body: JSON.stringify(row.body ?? {}) }),
  });
}

const inside = ROUTES.filter((row) => row.path.includes("[organization]"));

describe("every route with every role", () => {
  it.each(inside.map((row) => [`${row.method} ${row.path}`, row] as const))(
    "%s answers only whom the table allows",
    async (_, row) => {
      for (const role of ROLES) {
        const { status } = await ask(row, cookies.get(role));
        const allowed = row.door !== "open" && row.door !== "person" && can({ role, userId: "" }, row.door);
        if (allowed) expect([401, 403, 500], `${role} got ${status}`).not.toContain(status);
        else expect(status, role).toBe(403);
      }
    },
  );

  it.each(inside.map((row) => [`${row.method} ${row.path}`, row] as const))(
    "%s doesn't exist for another organization's owner",
    async (_, row) => {
      expect((await ask(row, cookies.get("stranger"))).status).toBe(404);
    },
  );

  it.each(ROUTES.filter((row) => row.door !== "open").map((row) => [`${row.method} ${row.path}`, row] as const))(
    "%s asks for a session",
    async (_, row) => {
      expect((await ask(row)).status).toBe(401);
      expect((await ask(row, "plumbline.session=forged")).status).toBe(401);
    },
  );

  it.each(ROUTES.filter((row) => row.method !== "GET").map((row) => [`${row.method} ${row.path}`, row] as const))(
    "%s refuses another site",
    async (_, row) => {
      expect((await ask(row, cookies.get("owner"), { origin: "https://evil.example" })).status).toBe(403);
    },
  );
});

describe("every page with every role", () => {
  const insidePages = PAGES.filter((row) => row.path.includes("[organization]"));

  it.each(insidePages.map((row) => [row.path, row] as const))(
    "%s opens only for whom the table allows",
    async (_, row) => {
      for (const role of ROLES) {
        const response = await ask({ method: "GET", path: row.path }, cookies.get(role));
        const text = await response.text();
        const allowed = row.door !== "open" && row.door !== "person" && can({ role, userId: "" }, row.door);
        // An assessor without an assignment doesn't find the assessment; a page below one may lead on to the next.
        if (allowed) expect([200, 404, 307], `${role} got ${response.status}`).toContain(response.status);
        expect(/Not open to you/.test(text), `${role} ${response.status}`).toBe(!allowed);
      }
    },
  );

  it.each(insidePages.map((row) => [row.path, row] as const))(
    "%s is not there for a stranger and leads an anonymous visitor to sign in",
    async (_, row) => {
      const foreign = await ask({ method: "GET", path: row.path }, cookies.get("stranger"));
      expect(foreign.status).toBe(404);
      const anonymous = await ask({ method: "GET", path: row.path });
      expect(anonymous.status).toBe(307);
      expect(anonymous.headers.get("location")).toMatch(/^\/sign-in\?next=/);
    },
  );
});

describe("signing in", () => {
  it("refuses a body that no sign-in has, before it is read", async () => {
    const csrfToken = "x".repeat(30_000);
    const response = await ask({ method: "POST", path: "/api/auth/callback/credentials", body: { csrfToken } });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ title: "What was sent is larger than 20 kB." });
  });
});
