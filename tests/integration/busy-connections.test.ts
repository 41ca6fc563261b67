import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../lib/server/access/roles";
import { createOrganization } from "../../lib/server/organizations/create-organization";
import { loadSample } from "../../lib/server/organizations/load-sample";
import { organizationsOf } from "../../lib/server/organizations/organizations-of";
import { withPerson } from "../../lib/server/platform/database/client";
import { makeActor, openTestDatabase, type TestDatabase } from "../support/database";

const CONNECTIONS = 2;
const AT_ONCE = 12;

let database: TestDatabase;
let owner: Actor;
beforeAll(async () => {
  process.env.DATABASE_POOL = String(CONNECTIONS);
  database = await openTestDatabase();
  owner = await makeActor(database, "busy", "owner");
});
afterAll(async () => {
  await database.drop();
  delete process.env.DATABASE_POOL;
});

describe("more work at once than there are connections", () => {
  const many = <T>(run: (index: number) => Promise<T>) =>
    Promise.all(Array.from({ length: AT_ONCE }, (_, index) => run(index)));

  it("makes organizations, each looking up others while its transaction is open", async () => {
    const made = await many((index) =>
      withPerson(owner.userId, (db) => createOrganization(db, owner.userId, `Client ${index}`)),
    );
    expect(new Set(made.map(({ slug }) => slug)).size).toBe(AT_ONCE);
    expect(await organizationsOf(owner.userId)).toHaveLength(AT_ONCE + 1);
  });

  it("loads one sample for a person who asks for many at once", async () => {
    const loaded = await many(() =>
      withPerson(owner.userId, (db) => loadSample(db, { userId: owner.userId, address: "127.0.0.1" })),
    );
    expect(loaded.filter(({ added }) => added)).toHaveLength(1);
    expect(new Set(loaded.map(({ slug }) => slug)).size).toBe(1);
  });
});
