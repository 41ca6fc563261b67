import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { hashPassword } from "../../lib/server/access/password";
import type { Actor } from "../../lib/server/access/roles";
import { resolveSession, type Session } from "../../lib/server/access/session";
import { beginSession, signIn } from "../../lib/server/access/sign-in";
import { changePassword } from "../../lib/server/people/change-password";
import { endSession, endSessions } from "../../lib/server/people/end-sessions";
import { readOwnSessions } from "../../lib/server/people/read-account";
import { renamePerson } from "../../lib/server/people/rename-person";
import { callFunction, type ScopedDb, withOrganization, withPerson } from "../../lib/server/platform/database/client";
import { withClient } from "../../lib/server/platform/database/prepare";
import { hashToken } from "../../lib/server/platform/secrets";
import { makeActor, openTestDatabase, type TestDatabase } from "../support/database";

const PRESENT = "the present password";
const NEXT = "another long password";
const FROM = { address: "192.0.2.1", agent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" };

let database: TestDatabase;
let person: Actor;
let here: Session;
let elsewhere: Session;
let hash: string;

beforeAll(async () => {
  database = await openTestDatabase();
  hash = await hashPassword(PRESENT);
});
afterAll(() => database.drop());

beforeEach(async () => {
  person = await makeActor(database, "account", "viewer");
  await withClient(database.ownerUrl, (client) =>
    client.query("UPDATE users SET password_hash = $1 WHERE id = $2", [hash, person.userId]),
  );
  here = await newSession();
  elsewhere = await newSession();
});

async function newSession(): Promise<Session> {
  const token = await beginSession(person.userId, "password", FROM);
  const session = await resolveSession(hashToken(token), "");
  if (!session) throw new Error("the session that was begun doesn't live");
  return session;
}

const own = () => ({ session: here, address: FROM.address });
const as = <T>(run: (db: ScopedDb) => Promise<T>) => withPerson(person.userId, run);
const change = (present: string, password = NEXT) => as((db) => changePassword(db, own(), { present, password }));
const ids = async () => (await readOwnSessions(here)).map(({ id }) => id);

describe("sessions", () => {
  it("are shown to whom they belong, the asking one first", async () => {
    const other = await makeActor(database, "account", "viewer");
    await beginSession(other.userId, "password", FROM);
    const sessions = await readOwnSessions(here);
    expect(sessions.map(({ id, present }) => [id, present])).toEqual([
      [here.sessionId, true],
      [elsewhere.sessionId, false],
    ]);
    expect(sessions[0]).toMatchObject({ method: "password", address: "192.0.2.1", userAgent: FROM.agent });
  });

  it("end one by one, never somebody else's", async () => {
    await as((db) => endSession(db, own(), elsewhere.sessionId));
    expect(await ids()).toEqual([here.sessionId]);
    const other = await makeActor(database, "account", "owner");
    const theirs = await beginSession(other.userId, "password", FROM);
    const target = await resolveSession(hashToken(theirs), "");
    await expect(as((db) => endSession(db, own(), target?.sessionId ?? ""))).rejects.toMatchObject({
      kind: "not-found",
    });
    expect(await resolveSession(hashToken(theirs), "")).not.toBeNull();
  });

  it("end together, with or without the asking one", async () => {
    expect(await as((db) => endSessions(db, own(), { which: "others" }))).toEqual({ ended: 1 });
    expect(await ids()).toEqual([here.sessionId]);
    await as((db) => endSessions(db, own(), { which: "all" }));
    expect(await ids()).toEqual([]);
  });
});

describe("the password", () => {
  it("changes against the present one, and ends the other sessions", async () => {
    expect(await change(PRESENT)).toEqual({ ended: 1 });
    expect(await ids()).toEqual([here.sessionId]);
    expect(await signIn(person.email, PRESENT, FROM)).toMatchObject({ ok: false });
    expect(await signIn(person.email, NEXT, FROM)).toMatchObject({ ok: true });
  });

  it("stays when the present one is wrong, or the new one is the same", async () => {
    await expect(change("wrong")).rejects.toMatchObject({ fields: [{ path: "present" }] });
    await expect(change(PRESENT, PRESENT)).rejects.toMatchObject({ fields: [{ path: "password" }] });
    expect(await ids()).toHaveLength(2);
    expect(await signIn(person.email, PRESENT, FROM)).toMatchObject({ ok: true });
  });

  it("can't be guessed by whoever finds an open browser", async () => {
    for (let guess = 0; guess < 8; guess++)
      await expect(change(`guess ${guess}`)).rejects.toMatchObject({ kind: "invalid" });
    await expect(change(PRESENT)).rejects.toMatchObject({ kind: "too-many" });
  });
});

describe("signing in", () => {
  const from = { ...FROM, address: "192.0.2.99" };

  it("can't be tried more often by trying all at once", async () => {
    const tries = Array.from({ length: 20 }, (_, at) => signIn(person.email, `guess ${at}`, from));
    const reasons = (await Promise.all(tries)).map((result) => (result.ok ? "in" : result.reason));
    expect(reasons.filter((reason) => reason === "wrong")).toHaveLength(8);
    expect(await signIn(person.email, PRESENT, from)).toEqual({ ok: false, reason: "throttled" });
    // Whoever sits elsewhere isn't locked out by it.
    expect(await signIn(person.email, PRESENT, { ...from, address: "198.51.100.7" })).toMatchObject({ ok: true });
  });

  it("counts a host of IPv6 once, whichever of its addresses it takes", async () => {
    for (let at = 0; at < 8; at++) await signIn(person.email, `guess ${at}`, { ...from, address: `2001:db8:7::${at}` });
    expect(await signIn(person.email, PRESENT, { ...from, address: "2001:db8:7::ff" })).toMatchObject({ ok: false });
  });

  it("that was right counts against nobody", async () => {
    const failures = () =>
      withClient(database.ownerUrl, async (client) => {
        const { rows } = await client.query<{ sum: number }>(
          "SELECT COALESCE(sum(failures), 0)::int AS sum FROM throttles",
        );
        return rows[0]?.sum;
      });
    const before = await failures();
    expect(await signIn(person.email, PRESENT, { ...from, address: "203.0.113.50" })).toMatchObject({ ok: true });
    expect(await failures()).toBe(before);
  });
});

describe("what nobody can use any more", () => {
  it("is removed a day after it ended: sessions and counted attempts", async () => {
    const run = (text: string) => withClient(database.ownerUrl, (client) => client.query(text));
    await run("DELETE FROM sessions");
    await run(`DELETE FROM throttles;
      INSERT INTO throttles (key, failures, window_start) VALUES ('old', 1, now() - interval '2 days'), ('new', 1, now())`);
    const [expired, revoked] = [await newSession(), await newSession()];
    await newSession();
    await run(`UPDATE sessions SET expires_at = now() - interval '2 days' WHERE id = '${expired.sessionId}'`);
    await run(`UPDATE sessions SET revoked_at = now() - interval '2 days' WHERE id = '${revoked.sessionId}'`);
    await callFunction`SELECT purge_ended()::text AS purged`;
    const left =
      "SELECT (SELECT count(*)::int FROM throttles) AS attempts, (SELECT count(*)::int FROM sessions) AS sessions";
    expect((await run(left)).rows).toEqual([{ attempts: 1, sessions: 1 }]);
  });
});

describe("the audit log of each organization that the person belongs to", () => {
  it("says that the account changed, and nothing of how", async () => {
    const second = await makeActor(database, "account-second", "owner");
    await withClient(database.ownerUrl, (client) =>
      client.query("INSERT INTO memberships (organization_id, user_id, role) VALUES ($1, $2, 'viewer')", [
        second.organizationId,
        person.userId,
      ]),
    );
    await as((db) => renamePerson(db, own(), { name: "New name" }));
    await change(PRESENT);
    for (const organization of [person.organizationId, second.organizationId]) {
      const rows = await withOrganization({ organizationId: organization, userId: person.userId }, (db) =>
        db.auditEntry.findMany({ where: { payload: { contains: person.userId } }, orderBy: { seq: "asc" } }),
      );
      expect(rows.map(({ payload }) => JSON.parse(payload).action)).toEqual(["account.name", "account.password"]);
      expect(rows.some(({ payload }) => payload.includes("New name"))).toBe(false);
    }
  });
});
