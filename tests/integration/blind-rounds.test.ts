import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { saidInput } from "../../lib/core/said/said";
import type { AuditNote } from "../../lib/server/access/audit";
import type { Actor } from "../../lib/server/access/roles";
import { createAssessment } from "../../lib/server/assessments/create-assessment";
import { readRound, readRounds } from "../../lib/server/blind/read-rounds";
import { finishBlind, sayBlind } from "../../lib/server/blind/say-blind";
import { startRound, startRoundSchema } from "../../lib/server/blind/start-round";
import { withOrganization } from "../../lib/server/platform/database/client";
import { makeActor, openTestDatabase, type TestDatabase } from "../support/database";

const CRITERION = "identity.sign-in-strength.second-factor-everywhere";

let database: TestDatabase;
let owner: Actor;
let first: Actor;
let second: Actor;
let slug: string;
let id: string;
let count = 0;

const notes: AuditNote[] = [];
const audit = (note: AuditNote) => notes.push(note);

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  notes.length = 0;
  const tenant = `blind-${count++}`;
  owner = await makeActor(database, tenant, "owner");
  first = await makeActor(database, tenant, "assessor");
  second = await makeActor(database, tenant, "consultant");
  ({ slug } = await withOrganization(owner, (db) =>
    createAssessment(db, owner, { name: "Round", scope: "Group", profile: {}, sizes: {} }, () => {}),
  ));
  ({ id } = await start({ first: first.userId, second: second.userId, pillars: ["identity"] }));
});

const start = (input: object) =>
  withOrganization(owner, (db) => startRound(db, owner, slug, startRoundSchema.parse(input), audit));
const place = () => ({ slug, id });
const say = (actor: Actor, answer: object, criterion = CRITERION, sequence = 1) =>
  withOrganization(actor, (db) =>
    sayBlind(
      db,
      actor,
      place(),
      saidInput.parse({ said: [{ criterion, sequence, answer, note: "a telling word" }] }),
      audit,
    ),
  );
const finish = (actor: Actor) => withOrganization(actor, (db) => finishBlind(db, actor, place(), audit));
const view = (actor: Actor) => withOrganization(actor, (db) => readRound(db, actor, place()));
/** What the database itself shows somebody, whatever a use case asks. */
const rows = (actor: Actor) => withOrganization(actor, (db) => db.blindAnswer.count());

describe("a blind round", () => {
  it("hides each half from everybody else until both are in, in the database too", async () => {
    await say(first, { status: "met" });
    await say(second, { status: "not-met" });
    expect(await Promise.all([first, second, owner].map(rows))).toEqual([1, 1, 0]);
    expect(await view(first)).toMatchObject({
      stage: "answering",
      said: { [CRITERION]: { answer: { status: "met" } } },
    });
    expect(await view(owner)).toMatchObject({ stage: "waiting" });

    await finish(first);
    expect(await view(first)).toMatchObject({ stage: "waiting" });
    expect(await Promise.all([first, second, owner].map(rows))).toEqual([1, 1, 0]);

    await finish(second);
    expect(await Promise.all([first, second, owner].map(rows))).toEqual([2, 2, 2]);
    const compared = await view(owner);
    expect(compared).toMatchObject({ stage: "compared", agreement: { judged: 1, agreed: 0, kappa: 0 } });
  });

  it("leaves nothing of what was said in the audit log", async () => {
    await say(first, { status: "met" });
    expect(JSON.stringify(notes)).not.toMatch(/met|telling|second-factor/);
    expect(notes.at(-1)).toMatchObject({ action: "blind.say" });
  });

  it("tells one's other device what stands of what wasn't taken, and only of one's own", async () => {
    await say(second, { status: "met" }, CRITERION, 9);
    expect(await say(first, { status: "met" }, CRITERION, 3)).toEqual({ kept: 1, standing: [] });
    expect(await say(first, { status: "not-met" }, CRITERION, 1)).toEqual({
      kept: 0,
      standing: [{ criterion: CRITERION, answer: { status: "met" }, note: "a telling word", sequence: 3 }],
    });
    expect(await say(first, { status: "not-met" }, CRITERION, 4)).toMatchObject({ kept: 1 });
  });

  it("lets only the two answer, only the round's criteria, and nothing after handing in", async () => {
    await expect(say(owner, { status: "met" })).rejects.toMatchObject({ kind: "forbidden" });
    await expect(say(first, { status: "met" }, "network.segmentation.anything")).rejects.toMatchObject({
      kind: "invalid",
    });
    await say(first, { status: "met" });
    await finish(first);
    await expect(say(first, { status: "not-met" }, CRITERION, 2)).rejects.toMatchObject({ kind: "conflict" });
  });

  it("takes nothing that comes while a half is being handed in", async () => {
    await say(first, { status: "met" });
    let late: Promise<unknown> = Promise.resolve();
    await withOrganization(first, async (db) => {
      await finishBlind(db, first, place(), audit);
      late = say(first, { status: "not-met" }, CRITERION, 2).catch((error: unknown) => error);
      // It has begun, and waits.
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    expect(await late).toMatchObject({ kind: "conflict" });
  });

  it("opens the assessment for an assessor who is one of the two", async () => {
    expect((await withOrganization(first, (db) => readRounds(db, first, slug))).rounds).toMatchObject([
      { id, mine: true },
    ]);
  });

  it("refuses one person twice, somebody who may not answer, and a pillar that isn't there", async () => {
    const viewer = await makeActor(database, owner.organizationSlug, "viewer");
    const both = { first: first.userId, second: second.userId };
    expect(startRoundSchema.safeParse({ ...both, second: first.userId, pillars: ["identity"] }).success).toBe(false);
    await expect(start({ ...both, second: viewer.userId, pillars: ["identity"] })).rejects.toMatchObject({
      fields: [{ path: "second" }],
    });
    await expect(start({ ...both, pillars: ["identity", "clouds"] })).rejects.toMatchObject({
      fields: [{ path: "pillars" }],
    });
  });
});
