import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dashboardLinks } from "../../lib/core/dashboard/addresses";
import { indexContent } from "../../lib/core/dashboard/content-index";
import { describeDates } from "../../lib/core/dashboard/dates/describe-dates";
import { describeDashboard } from "../../lib/core/dashboard/describe-dashboard";
import { explainNumber } from "../../lib/core/dashboard/explain/explain-number";
import { describeSlides } from "../../lib/core/dashboard/slides/describe-slides";
import type { Actor } from "../../lib/server/access/roles";
import { createAssessment } from "../../lib/server/assessments/create-assessment";
import { editAssessment, editAssessmentSchema } from "../../lib/server/assessments/edit-assessment";
import { type DashboardState, readCriterionRecord, readDashboard } from "../../lib/server/assessments/read-dashboard";
import { readDescribedDashboard } from "../../lib/server/assessments/read-described-dashboard";
import { readPresentation } from "../../lib/server/assessments/read-presentation";
import { readTwoDates } from "../../lib/server/assessments/read-two-dates";
import { keepSnapshot } from "../../lib/server/assessments/take-snapshot";
import { loadSample } from "../../lib/server/organizations/load-sample";
import { organizationsOf } from "../../lib/server/organizations/organizations-of";
import { readPlan } from "../../lib/server/plans/read-plan";
import { readProjection } from "../../lib/server/plans/read-projection";
import { savePlanSettings } from "../../lib/server/plans/save-plan-settings";
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

  it("reads any two of its dates, the earlier one first, with who changed what between them", async () => {
    const { snapshots } = await read();
    const [first, second] = snapshots;
    const at = (from?: string, to?: string) => inside(owner, (db) => readTwoDates(db, owner, { slug, from, to }));
    for (const [from, to] of [
      [first?.id, second?.id],
      [second?.id, first?.id],
    ]) {
      const { ends } = await at(from, to);
      expect([ends?.a.id, ends?.b.id]).toEqual([first?.id, second?.id]);
      const dates = ends && describeDates({ ...ends, measure: "low", links: dashboardLinks("/x") });
      expect(dates?.from).toBeCloseTo(first?.overall?.low ?? 0, 9);
      expect(dates?.to).toBeCloseTo(second?.overall?.low ?? 0, 9);
      const answered = dates?.criteria.filter(({ answer }) => answer !== 0) ?? [];
      expect(answered.length).toBeGreaterThan(10);
      for (const { by } of answered) expect(by).toMatch(/^[^,]+, \d+ \w+ \d{4}$/);
    }
    const { ends } = await at();
    expect([ends?.a.id, ends?.b.id]).toEqual([snapshots.at(-1)?.id, "now"]);
  });

  it("judges the evidence of now on the day that is asked for, in two dates too", async () => {
    const { snapshots, claims } = await read();
    const from = snapshots[0]?.id;
    const at = (asOf?: string) => inside(owner, (db) => readTwoDates(db, owner, { slug, from, asOf }));
    const verified = async (asOf?: string) => {
      const { ends } = await at(asOf);
      return ends && describeDates({ ...ends, measure: "verified", links: dashboardLinks("/x") });
    };
    const [now, then] = [await verified(), await verified("2031-01-01")];
    expect([now?.b.day, then?.b.day]).toEqual([claims.asOf, "2031-01-01"]);
    expect(then?.to).toBeCloseTo(describeState(await read({ asOf: "2031-01-01" }))?.overall.verified ?? 0, 9);
    expect(then?.to).toBeLessThan(now?.to ?? 0);
    const last = snapshots.at(-1);
    const earlier = await inside(owner, (db) =>
      readTwoDates(db, owner, { slug, from, to: last?.id, asOf: snapshots[1]?.day }),
    );
    expect(earlier.missing).toEqual([last?.id]);
    expect(earlier.ends?.b).toMatchObject({ id: "now", day: snapshots[1]?.day });
    // Who changed what since the earlier date is known up to today, as the answers are those of today.
    expect([...(earlier.ends?.by.keys() ?? [])].sort()).toEqual([...((await at()).ends?.by.keys() ?? [])].sort());
  });

  it("knows of which piece each word of evidence is, so that pieces can be counted", async () => {
    const { claims, evidenceRows } = await read();
    expect(claims.evidence.map(({ id }) => id)).toEqual(evidenceRows.map(({ id }) => id));
  });

  it("has the same pace as of a later day", async () => {
    const later = describeState(await read({ asOf: "2031-01-01" }));
    expect(later?.pace).toEqual(describeState(await read())?.pace);
  });

  it("has a pace from its own snapshots, and a plan that leads on from today", async () => {
    const state = await read();
    const projection = await inside(owner, (db) => readProjection(db, state));
    const dashboard = describeDashboard({ ...state, ...state.stored, projection, links: dashboardLinks("/x") });
    expect(projection[0]?.level).toBeCloseTo(dashboard?.overall.low ?? 0, 9);
    expect(projection.length).toBeGreaterThan(4);
    expect(dashboard?.pace.pace).toMatchObject({ kind: "known", points: 4 });
    expect(dashboard?.inShort).toHaveLength(3);
    expect(await inside(owner, (db) => readProjection(db, state))).toEqual(projection);
    const {
      version: base,
      rate: _,
      ...settings
    } = (await inside(owner, (db) => readPlan(db, state.assessment))).settings;
    await inside(owner, (db) => savePlanSettings(db, owner, slug, { ...settings, base, capacity: 20 }, () => {}));
    const slower = await inside(owner, (db) => readProjection(db, state));
    expect(slower.at(-1)?.level).toBeLessThan(projection.at(-1)?.level ?? 0);
    const then = await read({ asOf: "2031-01-01" });
    expect(await inside(owner, (db) => readProjection(db, then))).toEqual([]);
  });

  it("is presented with its accepted risk and what is to be decided", async () => {
    const state = await inside(owner, (db) => readPresentation(db, owner, { slug }));
    const dashboard = describeDashboard({ ...state, ...state.stored, links: dashboardLinks("/x") });
    if (!dashboard) throw new Error("there is no score");
    const { slides, risks, decisions } = describeSlides({
      dashboard,
      index: indexContent(state.stored.questionnaire),
      plan: state.plan,
      exceptions: state.exceptions,
      asOf: state.claims.asOf,
      by: state.target.by,
    });
    expect(slides.map(({ kind }) => kind)).toEqual(["standing", "change", "hold-back", "plan", "risk", "decisions"]);
    expect(slides.every(({ message, notes }) => message !== "" && notes.length > 0)).toBe(true);
    expect(risks).toHaveLength(state.exceptions.length);
    expect(slides[4]?.message).toContain(`${risks.length} deviations`);
    expect(slides[5]?.message).toContain(`${decisions.length} decisions`);
  });

  it("keeps the reason of a target until it is taken away, and refuses a pillar that isn't there", async () => {
    const edit = (reasons: Record<string, string | null>) =>
      inside(owner, (db) =>
        editAssessment(db, owner, slug, editAssessmentSchema.parse({ target: { reasons } }), () => {}),
      );
    const before = (await read()).target;
    await edit({ identity: "The regulator asks for it.", data: "As far as the old claims system lets us." });
    await edit({ data: null });
    const { data: _, ...others } = before.reasons ?? {};
    const kept = { ...others, identity: "The regulator asks for it." };
    expect((await read()).target).toEqual({ ...before, reasons: kept });
    const rows = describeState(await read())?.pillars ?? [];
    const shown = rows.flatMap(({ id, targetReason }) => (targetReason ? [[id, targetReason]] : []));
    expect(Object.fromEntries(shown)).toEqual(kept);
    await expect(edit({ nowhere: "x" })).rejects.toMatchObject({ kind: "invalid" });
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

describe("a dashboard that was described before", () => {
  const described = (actor = owner) =>
    inside(actor, (db) => readDescribedDashboard(db, actor, { base: "/sample/assessments/round", slug, view: {} }));

  beforeAll(() =>
    withClient(database.ownerUrl, (client) =>
      client.query("UPDATE assessments SET state = 'draft' WHERE organization_id = $1", [owner.organizationId]),
    ),
  );

  it("stands while nothing changes, and not for whom it isn't", async () => {
    expect(await described()).toBe(await described());
    const stranger = await makeActor(database, "described-elsewhere", "owner");
    await expect(described(stranger)).rejects.toMatchObject({ kind: "not-found" });
  });

  it.each([
    [
      "an answer",
      "UPDATE answers SET note = 'x' WHERE ctid = (SELECT min(ctid) FROM answers WHERE organization_id = $1)",
    ],
    [
      "an answer that goes",
      "DELETE FROM answers WHERE ctid = (SELECT min(ctid) FROM answers WHERE organization_id = $1)",
    ],
    ["a piece of evidence", "UPDATE evidence SET expires = current_date WHERE organization_id = $1"],
    [
      "what evidence speaks to",
      "UPDATE evidence_criteria SET accepted_by = NULL, accepted_at = NULL WHERE organization_id = $1",
    ],
    ["a snapshot", "UPDATE snapshots SET label = 'Renamed' WHERE organization_id = $1"],
    ["the plan", "UPDATE plans SET capacity = capacity + 1 WHERE organization_id = $1"],
    ["what is decided of the plan", "UPDATE plan_items SET note = 'x' WHERE organization_id = $1"],
    ["the target", "UPDATE assessments SET name = 'Renamed' WHERE organization_id = $1"],
    [
      "a correction",
      "INSERT INTO answer_corrections (organization_id, assessment_id, criterion, version, reason, marked_by) SELECT organization_id, assessment_id, criterion, version, 'x', changed_by FROM answer_revisions WHERE organization_id = $1 LIMIT 1",
    ],
  ])("is described anew after a change of %s", async (_, change) => {
    const before = await described();
    const { rowCount } = await withClient(database.ownerUrl, (client) => client.query(change, [owner.organizationId]));
    expect(rowCount).toBeGreaterThan(0);
    expect(await described()).not.toBe(before);
  });
});
