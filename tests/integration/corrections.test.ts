import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dashboardLinks } from "../../lib/core/dashboard/addresses";
import { describeChange } from "../../lib/core/dashboard/change-rows";
import { describeDates } from "../../lib/core/dashboard/dates/describe-dates";
import { scoreAssessment } from "../../lib/core/scoring/score";
import type { AuditNote } from "../../lib/server/access/audit";
import type { Actor } from "../../lib/server/access/roles";
import { beginSession } from "../../lib/server/access/sign-in";
import { answerHistory } from "../../lib/server/assessments/answer-history";
import { createAssessment } from "../../lib/server/assessments/create-assessment";
import { markCorrection, markCorrectionSchema, unmarkCorrection } from "../../lib/server/assessments/mark-correction";
import { readDashboard } from "../../lib/server/assessments/read-dashboard";
import { readTwoDates } from "../../lib/server/assessments/read-two-dates";
import { saveAnswers, saveAnswersSchema } from "../../lib/server/assessments/save-answers";
import { takeSnapshot } from "../../lib/server/assessments/take-snapshot";
import { type ScopedDb, withOrganization } from "../../lib/server/platform/database/client";
import { withClient } from "../../lib/server/platform/database/prepare";
import { hashToken } from "../../lib/server/platform/secrets";
import { readReport } from "../../lib/server/reports/read-report";
import { makeActor, openTestDatabase, type TestDatabase } from "../support/database";

const SIGN_IN = "identity.sign-in-strength.second-factor-everywhere";

let database: TestDatabase;
let owner: Actor;
let elsewhere: Actor;
let slug: string;
let tokenHash: Buffer;
let second: string;
const notes: AuditNote[] = [];
const inside = <T>(run: (db: ScopedDb) => Promise<T>) => withOrganization(owner, run);
const answer = (base: number, status: object, criterion = SIGN_IN) =>
  saveAnswers(
    { tokenHash, organization: owner.organizationSlug, assessment: slug, address: "127.0.0.1" },
    saveAnswersSchema.parse({ changes: [{ criterion, base, ...status }] }),
  );
const mark = (version: number, reason: string, actor = owner) =>
  withOrganization(actor, (db) =>
    markCorrection(db, actor, slug, markCorrectionSchema.parse({ criterion: SIGN_IN, version, reason }), (note) =>
      notes.push(note),
    ),
  );
const change = async () => {
  const state = await inside((db) => readDashboard(db, owner, { slug }));
  const { questionnaire, model } = state.stored;
  const input = { ...state, questionnaire, model, links: dashboardLinks("/x") };
  return describeChange(input, scoreAssessment(model, state.claims));
};

beforeAll(async () => {
  database = await openTestDatabase();
  owner = await makeActor(database, "corrections", "owner");
  elsewhere = await makeActor(database, "elsewhere", "owner");
  const made = await inside((db) =>
    createAssessment(db, owner, { name: "Round", scope: "Group", profile: {}, sizes: {} }, () => {}),
  );
  slug = made.slug;
  tokenHash = hashToken(await beginSession(owner.userId, "password", { address: "127.0.0.1", agent: "test" }));
  // Claimed 90 %, which a look at the list puts right to 50 %; then work brings it to 80 %.
  await answer(0, { status: "partly", coverage: 0.9 });
  await inside((db) => takeSnapshot(db, owner, slug, { label: "First" }, () => {}));
  await withClient(database.ownerUrl, (client) => client.query("UPDATE snapshots SET as_of = as_of - 30"));
  await answer(1, { status: "partly", coverage: 0.5 });
  await inside((db) => takeSnapshot(db, owner, slug, { label: "Second" }, () => {}));
  await withClient(database.ownerUrl, (client) =>
    client.query("UPDATE snapshots SET as_of = as_of - 10 WHERE label = 'Second'"),
  );
  await answer(2, { status: "partly", coverage: 0.8 });
  const { snapshots } = await inside((db) => readDashboard(db, owner, { slug }));
  second = snapshots[1]?.id ?? "";
});
afterAll(() => database.drop());

describe("a change of an answer that corrects a mistake", () => {
  it("is real change until somebody says that it isn't, then a part of its own beside what came after", async () => {
    const first = async () => {
      const { snapshots } = await inside((db) => readDashboard(db, owner, { slug }));
      const { state, ends } = await inside((db) =>
        readTwoDates(db, owner, { slug, from: snapshots[0]?.id, to: "now" }),
      );
      const dates = ends && describeDates({ ...ends, measure: "low", links: dashboardLinks("/x") });
      return { dates, state };
    };
    const before = (await first()).dates;
    const part = (dates: typeof before, cause: string) =>
      dates?.steps.find((step) => step.cause === cause)?.change ?? 0;
    const whole = part(before, "real");
    expect(whole).toBeLessThan(0);
    expect(part(before, "corrected")).toBe(0);

    await mark(2, "Counted service accounts as people.");
    const after = (await first()).dates;
    // 0.9 to 0.5 is corrected, 0.5 to 0.8 is real: −0.4 and +0.3 of the −0.1 that it was before
    expect(part(after, "corrected")).toBeCloseTo(whole * 4, 9);
    expect(part(after, "real")).toBeCloseTo(whole * -3, 9);
    expect(after?.to).toBe(before?.to);
  });

  it("is the same on the dashboard and in the report, as of the snapshot that each compares with", async () => {
    const row = await change();
    // The second snapshot has the corrected answer already: nothing of the change since then corrects anything.
    expect(row?.rows.map(({ cause }) => cause)).not.toContain("corrected");
    const { input } = await inside((db) => readReport(db, owner, { slug, snapshot: second }));
    expect([...(input.snapshots.at(-1)?.corrected ?? [])]).toEqual([[SIGN_IN, { status: "partly", coverage: 0.5 }]]);
    const dashboard = await inside((db) => readDashboard(db, owner, { slug, against: undefined }));
    expect([...(dashboard.against?.corrected ?? [])]).toEqual([]);
  });

  it("stays in the history with who said so and why, and in the audit log without a word of it among the facts", async () => {
    const { corrections, revisions, names } = await inside((db) => answerHistory(db, owner, slug, SIGN_IN));
    expect(revisions).toHaveLength(3);
    expect(corrections).toMatchObject([
      { version: 2, reason: "Counted service accounts as people.", by: owner.userId },
    ]);
    expect(names[owner.userId]).toBe(owner.name);
    expect(notes.at(-1)).toMatchObject({ action: "answers.correct", facts: { criterion: SIGN_IN, version: 2 } });
    expect(JSON.stringify(notes.at(-1)?.facts)).not.toMatch(/service accounts/);
  });

  it("is marked by two people at once: both are told that it is, and the later one's reason stays", async () => {
    const colleague = await makeActor(database, owner.organizationSlug, "consultant");
    await inside((db) => unmarkCorrection(db, owner, slug, { criterion: SIGN_IN, version: 2 }, () => {}));
    let commit = () => {};
    const held = new Promise<void>((resolve) => {
      commit = resolve;
    });
    const parse = (reason: string) => markCorrectionSchema.parse({ criterion: SIGN_IN, version: 2, reason });
    let marked = () => {};
    const first = new Promise<void>((resolve) => {
      marked = resolve;
    });
    const mine = inside(async (db) => {
      await markCorrection(db, owner, slug, parse("Mine."), () => {});
      marked();
      await held;
    });
    await first;
    const theirs = mark(2, "Counted service accounts as people.", colleague);
    await waitsForAnother();
    commit();
    await Promise.all([mine, theirs]);
    const { corrections } = await inside((db) => answerHistory(db, owner, slug, SIGN_IN));
    expect(corrections).toMatchObject([
      { version: 2, reason: "Counted service accounts as people.", by: colleague.userId },
    ]);
  });

  it("is neither made nor taken back in what was approved, also in the round after", async () => {
    const approvedRound = (round: number | null) =>
      withClient(database.ownerUrl, (client) =>
        client.query("UPDATE snapshots SET approved_round = $1 WHERE label = 'Second'", [round]),
      );
    await approvedRound(1);
    const unmark = () =>
      inside((db) => unmarkCorrection(db, owner, slug, { criterion: SIGN_IN, version: 2 }, () => {}));
    await expect(mark(2, "Said later.")).rejects.toMatchObject({ kind: "conflict" });
    await expect(unmark()).rejects.toMatchObject({ kind: "conflict" });
    await approvedRound(null);
  });

  it("is refused for the first answer, for what isn't there, elsewhere, and once approved", async () => {
    await expect(mark(1, "It was so from the start.")).rejects.toMatchObject({ kind: "invalid" });
    await expect(mark(9, "No such change.")).rejects.toMatchObject({ kind: "not-found" });
    await expect(mark(2, "Not theirs.", elsewhere)).rejects.toMatchObject({ kind: "not-found" });
    await withClient(database.ownerUrl, (client) => client.query("UPDATE assessments SET state = 'approved'"));
    await expect(mark(3, "Too late.")).rejects.toMatchObject({ kind: "conflict" });
    await withClient(database.ownerUrl, (client) => client.query("UPDATE assessments SET state = 'draft'"));
  });

  it("can be taken back, once", async () => {
    const takeBack = () =>
      inside((db) => unmarkCorrection(db, owner, slug, { criterion: SIGN_IN, version: 2 }, (note) => notes.push(note)));
    await takeBack();
    const { corrections } = await inside((db) => answerHistory(db, owner, slug, SIGN_IN));
    expect(corrections).toEqual([]);
    await expect(takeBack()).rejects.toMatchObject({ kind: "not-found" });
    expect(notes.at(-1)).toMatchObject({ action: "answers.uncorrect" });
  });
});

describe("dates that aren't there", () => {
  it("are named, and the comparison that is shown says which it is", async () => {
    const at = (from?: string, to?: string) => inside((db) => readTwoDates(db, owner, { slug, from, to }));
    const gone = "00000000-0000-4000-8000-000000000000";
    expect((await at()).missing).toEqual([]);
    expect((await at(second, "now")).missing).toEqual([]);
    const { missing, ends } = await at(gone, "nonsense");
    expect(missing).toEqual([gone, "nonsense"]);
    expect([ends?.a.id, ends?.b.id]).toEqual([second, "now"]);
  });
});

/** Until one connection waits for another's transaction; the app's role alone sees what its connections wait for. */
async function waitsForAnother(): Promise<void> {
  await withClient(database.appUrl, async (client) => {
    const waiting = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
    while ((await client.query(waiting)).rowCount === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  });
}
