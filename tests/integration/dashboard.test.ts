import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dashboardLinks } from "../../lib/core/dashboard/addresses";
import { describeDashboard } from "../../lib/core/dashboard/describe-dashboard";
import { explainNumber } from "../../lib/core/dashboard/explain/explain-number";
import type { Actor } from "../../lib/server/access/roles";
import { createAssessment } from "../../lib/server/assessments/create-assessment";
import { type DashboardState, readCriterionRecord, readDashboard } from "../../lib/server/assessments/read-dashboard";
import { keepSnapshot } from "../../lib/server/assessments/take-snapshot";
import { loadSample } from "../../lib/server/organizations/load-sample";
import { organizationsOf } from "../../lib/server/organizations/organizations-of";
import { type ScopedDb, withOrganization, withPerson } from "../../lib/server/platform/database/client";
import { withClient } from "../../lib/server/platform/database/prepare";
import { makeActor, openTestDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
let owner: Actor;
let slug: string;

const inside = <T>(actor: Actor, run: (db: ScopedDb) => Promise<T>) => withOrganization(actor, run);
const read = (ask: { asOf?: string; against?: string } = {}) =>
  inside(owner, (db) => readDashboard(db, owner, { slug, ...ask }));
const describeState = (state: DashboardState) =>
  describeDashboard({ ...state, ...state.stored, links: dashboardLinks("/sample/assessments/round") });

beforeAll(async () => {
  database = await openTestDatabase();
  const person = await makeActor(database, "dashboard-org", "owner");
  await withPerson(person.userId, (db) => loadSample(db, { userId: person.userId, address: "127.0.0.1" }));
  const sample = (await organizationsOf(person.userId)).find((organization) => organization.sample);
  if (!sample) throw new Error("no sample was loaded");
  owner = { ...person, organizationId: sample.id, organizationSlug: sample.slug, organizationName: sample.name };
  slug = await inside(owner, async (db) => (await db.assessment.findFirstOrThrow()).slug);
});

afterAll(() => database.drop());

describe("the dashboard of the sample", () => {
  it("compares with the last of its snapshots, with the scores that were kept", async () => {
    const { snapshots, against, approval } = await read();
    expect(snapshots.map(({ day }) => day)).toEqual([...snapshots.map(({ day }) => day)].sort());
    expect(snapshots).toHaveLength(3);
    expect(against?.past).toEqual(snapshots.at(-1));
    const kept = await inside(owner, (db) => db.snapshot.findUniqueOrThrow({ where: idOf(against?.past.id ?? "") }));
    expect(kept.scores).toMatchObject({ overall: against?.past.overall });
    expect(against?.past.pillars.size).toBe(6);
    expect(approval).toBeUndefined();
  });

  it("says the change since then by cause, and the parts add up", async () => {
    const state = await read();
    const { change, overall } = describeState(state) ?? {};
    const before = state.against?.past.overall?.low ?? 0;
    expect(change?.change.from).toBeCloseTo(before, 9);
    const parts = Object.values(change?.change.causes ?? {}).reduce((sum, part) => sum + part, 0);
    expect(before + parts).toBeCloseTo(overall?.low ?? 0, 9);
  });

  it("compares with the snapshot that is asked for, and with the last where there is none of that id", async () => {
    const { snapshots } = await read();
    const first = snapshots[0];
    expect((await read({ against: first?.id })).against?.past.day).toBe(first?.day);
    const nobodys = "00000000-0000-4000-8000-000000000000";
    expect((await read({ against: nobodys })).against?.past).toEqual(snapshots.at(-1));
  });

  it("leaves snapshots out that are later than the as-of day", async () => {
    const { snapshots } = await read();
    const second = snapshots[1];
    const then = await read({ asOf: second?.day });
    expect(then.snapshots.map(({ id }) => id)).toEqual(snapshots.slice(0, 2).map(({ id }) => id));
    expect(then.against?.past.id).toBe(snapshots[0]?.id);
    expect(describeState(then)?.overall.verified).toBeLessThanOrEqual(describeState(await read())?.overall.low ?? 0);
  });

  it("explains every number that it links to", async () => {
    const state = await read();
    const input = { ...state, ...state.stored, links: dashboardLinks("/sample/assessments/round") };
    const dashboard = describeDashboard(input);
    for (const { id } of dashboard?.pillars ?? []) {
      expect(explainNumber(input, { of: "pillar", id })).toMatchObject({ of: "pillar", id });
    }
    for (const topic of dashboard?.columns.flatMap(({ topics }) => topics) ?? []) {
      const explained = explainNumber(input, { of: "topic", id: topic.id });
      expect(explained).toMatchObject({ levels: { claimed: topic.low, upTo: topic.high, verified: topic.verified } });
    }
  });

  it("keeps who answered a criterion, also for the sample's people without accounts", async () => {
    const state = await read();
    const [criterion = ""] = state.answerRows.keys();
    const record = await inside(owner, (db) => readCriterionRecord(db, state, criterion));
    expect(record.changedBy).toMatch(/\w/);
    expect(record.changedAt).toBeInstanceOf(Date);
  });
});

describe("an approved assessment", () => {
  it("is compared with the snapshot before its own, and says by whom and with which hash", async () => {
    const before = (await read()).snapshots.at(-1);
    const kept = { label: "Approved", approvedRound: 1 };
    const taken = await inside(owner, (db) => keepSnapshot(db, owner, slug, kept));
    await withClient(database.ownerUrl, (client) =>
      client.query("UPDATE assessments SET state = 'approved' WHERE organization_id = $1", [owner.organizationId]),
    );
    const state = await read();
    expect(state.approval).toMatchObject({ by: owner.name, on: taken.asOf, hash: taken.hash });
    expect(state.against?.past.id).toBe(before?.id);
  });
});

describe("who may not see it", () => {
  it("doesn't find it: another organization, an assessor without an assignment", async () => {
    const stranger = await makeActor(database, "another-org", "owner");
    await expect(inside(stranger, (db) => readDashboard(db, stranger, { slug }))).rejects.toMatchObject({
      kind: "not-found",
    });
    const assessor: Actor = { ...owner, userId: stranger.userId, role: "assessor" };
    await expect(inside(assessor, (db) => readDashboard(db, assessor, { slug }))).rejects.toMatchObject({
      kind: "not-found",
    });
  });
});

describe("an assessment without answers", () => {
  it("has a dashboard from 1 to 3 and nothing to compare with", async () => {
    const actor = await makeActor(database, "new-org", "owner");
    const made = await inside(actor, (db) =>
      createAssessment(db, actor, { name: "Round", scope: "Group", profile: {}, sizes: {} }, () => {}),
    );
    const state = await inside(actor, (db) => readDashboard(db, actor, { slug: made.slug }));
    expect(state.against).toBeNull();
    const dashboard = describeState(state);
    expect(dashboard?.answered).toBe(0);
    expect(dashboard?.overall).toMatchObject({ low: 1, high: 3, verified: 1 });
  });
});

function idOf(id: string) {
  return { organizationId_id: { organizationId: owner.organizationId, id } };
}
