import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../lib/server/access/roles";
import { callFunction, withOrganization } from "../../lib/server/platform/database/client";
import { withClient } from "../../lib/server/platform/database/prepare";
import { tellClients } from "../../lib/server/platform/tell-clients";
import { makeActor, openTestDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
let owner: Actor;

beforeAll(async () => {
  database = await openTestDatabase();
  owner = await makeActor(database, "outbox", "owner");
});
afterAll(() => database.drop());

/** Tells clients each body under its topic, and returns what then came through the database's channel. */
async function heardOf(told: Readonly<Record<string, Readonly<Record<string, unknown>>>>) {
  return withClient(database.ownerUrl, async (listener) => {
    const heard: { topic: string; body: Record<string, unknown> }[] = [];
    listener.on("notification", ({ payload }) => heard.push(JSON.parse(payload ?? "")));
    await listener.query("LISTEN plumbline");
    await withOrganization(owner, async (db) => {
      for (const [topic, body] of Object.entries(told)) await tellClients(db, topic, body);
    });
    await callFunction`SELECT flush_outbox()`;
    await listener.query("SELECT 1");
    return heard;
  });
}

describe("notices to live clients", () => {
  it("go without their lists where they are longer than the database passes on, and hold nothing up that comes after", async () => {
    const criteria = Array.from({ length: 120 }, (_, at) => `identity.sign-in.${"very-".repeat(12)}long-${at}`);
    const heard = await heardOf({
      evidence: { assessment: "a", evidence: "e", criteria },
      plan: { assessment: "a", initiative: "x".repeat(8_000), version: 2 },
      snapshots: { assessment: "a", snapshot: "s" },
    });
    expect(heard.map(({ topic, body }) => [topic, body])).toEqual([
      ["evidence", { assessment: "a", evidence: "e" }],
      ["plan", { assessment: "a", version: 2 }],
      ["snapshots", { assessment: "a", snapshot: "s" }],
    ]);
  });

  it("name what they speak of as long as they fit", async () => {
    const criteria = Array.from({ length: 60 }, (_, at) => `identity.sign-in.second-factor-everywhere-${at}`);
    const [notice] = await heardOf({ evidence: { assessment: "a", evidence: "e", criteria } });
    expect(notice?.body).toEqual({ assessment: "a", evidence: "e", criteria });
  });
});
