import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Actor } from "../../lib/server/access/roles";
import { beginSession } from "../../lib/server/access/sign-in";
import { readConfig } from "../../lib/server/platform/config";
import { callFunction, disconnect, withPerson } from "../../lib/server/platform/database/client";
import { prepareDatabase, withClient } from "../../lib/server/platform/database/prepare";
import { makeActor, openTestDatabase, type TestDatabase } from "../support/database";

const ZONE = "Asia/Tokyo";
const MINUTE = 60_000;

let database: TestDatabase;
let person: Actor;
beforeAll(async () => {
  database = await openTestDatabase({ timeZone: ZONE });
  person = await makeActor(database, "elsewhere", "owner");
});
afterAll(() => database.drop());

describe("on a database that stands in another time zone", () => {
  it("a moment of the database's and one of the app's are the same to both", async () => {
    const began = Date.now();
    await beginSession(person.userId, "password", { address: "127.0.0.1", agent: "test" });
    const [read] = await withPerson(person.userId, (db) => db.session.findMany({ where: { userId: person.userId } }));
    expect(Math.abs((read?.createdAt.getTime() ?? 0) - began)).toBeLessThan(MINUTE);

    const written = new Date("2026-12-01T23:30:00.123Z");
    await withPerson(person.userId, (db) => db.session.updateMany({ data: { revokedAt: written } }));
    const { rows } = await withClient(database.ownerUrl, (client) =>
      client.query("SELECT revoked_at FROM sessions WHERE user_id = $1", [person.userId]),
    );
    expect(rows).toEqual([{ revoked_at: written }]);
  });

  it("the database's day is the app's", async () => {
    const [row] = await callFunction<{ zone: string }>`SELECT current_setting('TimeZone') AS zone`;
    expect(row?.zone).toBe("UTC");
  });

  it("refuses a role made by hand that isn't in UTC, and says how it is mended", async () => {
    const role = `by_hand_${randomBytes(6).toString("hex")}`;
    const byHand = new URL(database.ownerUrl);
    byHand.username = role;
    byHand.password = "by-hand";
    const config = readConfig({ DATABASE_URL: database.ownerUrl, APP_DATABASE_URL: byHand.toString() });
    const start = () => prepareDatabase(config, inject("secret"), () => {});
    await withClient(database.ownerUrl, async (client) => {
      await client.query(`CREATE ROLE ${role} LOGIN PASSWORD 'by-hand'`);
      await client.query(`GRANT plumbline_app TO ${role}`);
      try {
        await expect(start()).rejects.toMatchObject({
          message: `The app's database role works in the time zone ${ZONE}; moments would be hours off.`,
          help: expect.stringContaining(`Run ALTER ROLE "${role}" SET timezone = 'UTC'`),
        });
        await client.query(`ALTER ROLE ${role} SET timezone = 'Europe/London'`);
        await expect(start(), "hours off in summer").rejects.toMatchObject({ name: "StartupError" });
        await client.query(`ALTER ROLE ${role} SET timezone = 'Etc/UTC'`);
        await expect(start()).resolves.toMatchObject({ appUrl: byHand.toString() });
      } finally {
        await client.query(`DROP ROLE ${role}`);
      }
    });
  });
});

describe("statements", () => {
  afterAll(async () => {
    for (const name of ["LIVE_DATABASE_URL", "DATABASE_POOL"]) delete process.env[name];
    await disconnect();
  });

  it("have no names from when a pooler is known of, which is after these modules are loaded", async () => {
    await disconnect();
    process.env.DATABASE_POOL = "1";
    const named = async () => {
      const [alone] = await callFunction<{ n: number }>`SELECT count(*)::int AS n FROM pg_prepared_statements`;
      const [within] = await withPerson(
        person.userId,
        (db) => db.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM pg_prepared_statements`,
      );
      return [alone?.n, within?.n].map((n) => n !== 0);
    };
    expect(await named()).toEqual([true, true]);
    await disconnect();
    process.env.LIVE_DATABASE_URL = database.appUrl;
    expect(await named()).toEqual([false, false]);
  });
});
