import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { LiveEvent } from "../../lib/core/live/live-event";
import type { Actor } from "../../lib/server/access/roles";
import { createAssessment } from "../../lib/server/assessments/create-assessment";
import { withOrganization } from "../../lib/server/platform/database/client";
import { withClient } from "../../lib/server/platform/database/prepare";
import { type AppServer, startApp } from "../support/app-server";
import { makeActor, openTestDatabase, type TestDatabase } from "../support/database";
import { openLive } from "../support/live-client";
import { sessionCookie } from "../support/signed-in";

const CRITERION = "identity.sign-in-strength.second-factor-everywhere";
const SECRET_WORDS = "the vault is behind the painting";

let database: TestDatabase;
let one: AppServer;
let two: AppServer;
let owner: Actor;
let assessment: { id: string; slug: string };
let cookie: string;

beforeAll(async () => {
  database = await openTestDatabase();
  owner = await makeActor(database, "live", "owner");
  assessment = await withOrganization(owner, (db) =>
    createAssessment(db, owner, { name: "Round", scope: "Group", profile: {}, sizes: {} }, () => {}),
  );
  cookie = await sessionCookie(owner.userId, inject("secret"));
  const environment = { DATABASE_URL: database.ownerUrl, PLUMBLINE_SECRET: inject("secret") };
  [one, two] = await Promise.all([startApp({ environment }), startApp({ environment })]);
});
afterAll(async () => {
  await Promise.all([one.stop(), two.stop()]);
  await database.drop();
});

const api = (app: AppServer) => `${app.origin}/api/organizations/live/assessments/${assessment.slug}`;
const follow = (app: AppServer, as = cookie, lastId?: string) => openLive(`${api(app)}/live`, as, lastId);
const post = (app: AppServer, path: string, body: object, as = cookie) =>
  fetch(api(app) + path, {
    method: "POST",
    headers: { "Content-Type": "application/json", cookie: as, origin: app.origin },
    body: JSON.stringify(body),
  });

let version = 0;
async function answer(app: AppServer, note = `${SECRET_WORDS} ${version}`): Promise<number> {
  const change = { criterion: CRITERION, base: version, status: "met", note };
  const response = await post(app, "/answers", { changes: [change] });
  expect(await response.json()).toMatchObject({ results: [{ result: "saved" }] });
  version += 1;
  return version;
}

const tellsOf = (number: number) => (event: LiveEvent) =>
  event.kind === "notices" && JSON.stringify(event.notices).includes(`"version":${number}`);
const toldOf = (event: LiveEvent) => (event.kind === "notices" ? event.told : undefined);
const hello = (event: LiveEvent) => event.kind === "hello";

describe("live events of an assessment", () => {
  it("bring an answer to the clients of both instances as it would be read, and no word of it through the database's channel", async () => {
    await withClient(database.ownerUrl, async (listener) => {
      const sent: string[] = [];
      listener.on("notification", ({ payload }) => sent.push(payload ?? ""));
      await listener.query("LISTEN plumbline");
      const clients = await Promise.all([follow(one), follow(one), follow(two), follow(two)]);
      await Promise.all(clients.map((client) => client.until(hello)));
      const saved = await answer(one);
      const events = await Promise.all(clients.map((client) => client.until(tellsOf(saved))));
      const read = await (await fetch(`${api(two)}/answers?criteria=${CRITERION}`, { headers: { cookie } })).json();
      expect(read).toMatchObject({
        answers: [{ criterion: CRITERION, version: saved, status: "met", changedBy: owner.userId }],
        names: { [owner.userId]: owner.name },
      });
      for (const event of events) expect(toldOf(event)).toEqual(read);
      // The first of each instance, which hadn't listened yet when they came.
      for (const client of clients) expect(client.events().map(({ kind }) => kind)).not.toContain("reread");
      for (const client of clients) client.leave();
      await listener.query("SELECT 1");
      expect(sent.join()).toContain(CRITERION);
      expect(sent.join()).not.toContain(SECRET_WORDS);
      expect(sent.join()).not.toContain('"met"');
    });
  });

  it("leave long notes to be read, and are told again by id and version alone", async () => {
    const [client, other] = await Promise.all([follow(one), follow(one)]);
    await Promise.all([client, other].map((each) => each.until(hello)));
    const event = await client.until(tellsOf(await answer(one, SECRET_WORDS.repeat(600))));
    expect(toldOf(event)).toBeUndefined();
    await client.until(tellsOf(await answer(one)));
    const before = client.lastId()?.replace(/\d+$/, (number) => String(Number(number) - 1)) ?? "";
    const again = await follow(one, cookie, before);
    expect(toldOf(await again.until(tellsOf(version)))).toBeUndefined();
    expect(again.text()).not.toContain(SECRET_WORDS);
    for (const each of [client, other, again]) each.leave();
  });

  it("are told again to who comes back with the last one that it has; else the state says that something is missing", async () => {
    const before = await follow(one);
    const first = await before.until(hello);
    await before.until(tellsOf(await answer(one)));
    before.leave();
    const missed = await answer(two);
    const after = await follow(one, cookie, before.lastId() ?? "");
    await after.until(tellsOf(missed));
    expect(await after.until(hello)).toMatchObject({ replayed: true });
    after.leave();
    const elsewhere = await follow(two, cookie, before.lastId() ?? "");
    const second = await elsewhere.until(hello);
    expect(second).toMatchObject({ replayed: false });
    expect(second).not.toEqual({ ...first, replayed: false });
    elsewhere.leave();
  });

  it("ask to read everything again after the listening connection was lost", async () => {
    const client = await follow(one);
    await client.until(hello);
    // As the app's own role: nobody else may end its connections.
    const ended = await withClient(database.appUrl, (db) =>
      db.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'plumbline live'",
      ),
    );
    expect(ended.rowCount).toBe(2);
    await client.until(({ kind }) => kind === "reread");
    await client.until(tellsOf(await answer(two)));
    client.leave();
  });

  it("end with the session, before anything more is told", async () => {
    const own = await sessionCookie(owner.userId, inject("secret"));
    const [client, others] = await Promise.all([follow(two, own), follow(two)]);
    await Promise.all([client, others].map((each) => each.until(hello)));
    await withClient(database.ownerUrl, (db) =>
      db.query("UPDATE sessions SET revoked_at = now() WHERE created_at = (SELECT max(created_at) FROM sessions)"),
    );
    const saved = await answer(one);
    expect(toldOf(await others.until(tellsOf(saved)))).toBeDefined();
    await client.over;
    expect(client.events().at(-1)).toEqual({ kind: "end" });
    expect(client.events().some(tellsOf(saved))).toBe(false);
    expect(client.text()).not.toContain(SECRET_WORDS);
    others.leave();
    expect((await follow(two, own)).status).toBe(401);
  });

  it("end with the membership, and with an assessor's assignment", async () => {
    const assessor = await makeActor(database, "live", "assessor");
    const viewer = await makeActor(database, "live", "viewer");
    const [assessorCookie, viewerCookie] = await Promise.all(
      [assessor, viewer].map(({ userId }) => sessionCookie(userId, inject("secret"))),
    );
    expect((await follow(one, assessorCookie)).status).toBe(404);
    const place = { organizationId: owner.organizationId, assessmentId: assessment.id, userId: assessor.userId };
    await withOrganization(owner, (db) => db.assignment.create({ data: place }));
    const clients = await Promise.all([follow(one, assessorCookie), follow(one, viewerCookie)]);
    // Two, because whoever is alone is told no answer: the others may be sent away before it comes.
    const [allowed, another] = await Promise.all([follow(one), follow(one)]);
    await Promise.all([...clients, allowed, another].map((client) => client.until(hello)));
    await withOrganization(owner, (db) => db.assignment.deleteMany({ where: place }));
    await withClient(database.ownerUrl, (db) =>
      db.query("UPDATE memberships SET expires_at = now() WHERE user_id = $1", [viewer.userId]),
    );
    const saved = await answer(two);
    expect(toldOf(await allowed.until(tellsOf(saved)))).toBeDefined();
    await Promise.all(clients.map((client) => client.over));
    for (const client of clients) {
      expect(client.events().some(tellsOf(saved))).toBe(false);
      expect(client.text()).not.toContain(SECRET_WORDS);
    }
    allowed.leave();
    another.leave();
    const stranger = await makeActor(database, "elsewhere", "owner");
    expect((await follow(one, await sessionCookie(stranger.userId, inject("secret")))).status).toBe(404);
  });

  it("say who is on which topic on both instances, and no longer once they left", async () => {
    const client = await follow(two);
    await client.until(hello);
    const here = (place: string) => (event: LiveEvent) =>
      event.kind === "presence" && event.people.some((one) => one.person === owner.userId && one.place === place);
    await post(one, "/presence", { tab: "a", place: "identity.sign-in-strength" });
    await client.until(here("identity.sign-in-strength"));
    const late = await follow(two);
    await late.until(here("identity.sign-in-strength"));
    await post(one, "/presence", { tab: "a", place: "gone" });
    await client.until(
      (event) => event.kind === "presence" && event.people.length === 0 && event === client.events().at(-1),
    );
    client.leave();
    late.leave();
    const stored = await withClient(database.ownerUrl, (db) => db.query("SELECT 1 FROM outbox"));
    expect(stored.rowCount).toBe(0);
  });

  it("don't keep a session alive: only what a person does counts as its use", async () => {
    const own = await sessionCookie(owner.userId, inject("secret"));
    const seen = () =>
      withClient(database.ownerUrl, async (db) => {
        const { rows } = await db.query("SELECT last_seen_at FROM sessions ORDER BY created_at DESC LIMIT 1");
        return rows[0]?.last_seen_at as Date;
      });
    await withClient(database.ownerUrl, (db) =>
      db.query(
        "UPDATE sessions SET last_seen_at = now() - interval '10 minutes' WHERE created_at = (SELECT max(created_at) FROM sessions)",
      ),
    );
    const before = await seen();
    const client = await follow(one, own);
    await client.until(hello);
    client.leave();
    await post(one, "/presence", { tab: "b", place: null }, own);
    for (const path of ["/answers", "/walk-data"]) {
      expect((await fetch(api(one) + path, { headers: { cookie: own } })).status).toBe(200);
    }
    expect(await seen()).toEqual(before);
    await fetch(`${api(one)}/history?criterion=${CRITERION}`, { headers: { cookie: own } });
    expect(await seen()).not.toEqual(before);
  });
});
