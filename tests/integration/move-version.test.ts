import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { dashboardLinks } from "../../lib/core/dashboard/addresses";
import { describeDashboard } from "../../lib/core/dashboard/describe-dashboard";
import type { AuditNote } from "../../lib/server/access/audit";
import type { Actor } from "../../lib/server/access/roles";
import { answerHistory } from "../../lib/server/assessments/answer-history";
import { exportAssessment } from "../../lib/server/assessments/export-assessment";
import { moveAssessment, undoMove } from "../../lib/server/assessments/move-assessment";
import { previewMove } from "../../lib/server/assessments/preview-move";
import { readAssessment } from "../../lib/server/assessments/read-assessment";
import { readDashboard } from "../../lib/server/assessments/read-dashboard";
import { readMoves } from "../../lib/server/assessments/read-moves";
import { readProgress } from "../../lib/server/assessments/read-progress";
import { readWalkData } from "../../lib/server/assessments/read-walk-data";
import { takeSnapshot } from "../../lib/server/assessments/take-snapshot";
import { type ScopedDb, withOrganization } from "../../lib/server/platform/database/client";
import { withClient } from "../../lib/server/platform/database/prepare";
import { makeActor, openTestDatabase, type TestDatabase } from "../support/database";

const V1 = { questionnaire: "zero-trust", version: "1.0.0" };
const V2 = { questionnaire: "zero-trust", version: "1.1.0" };
const V3 = { questionnaire: "zero-trust", version: "1.2.0" };
const GONE = "network.threat-detection.baseline-per-segment";
const NEW = "network.threat-detection.scan-noticed-per-segment";
const REWORDED = "infrastructure.central-detection.records-arrive";
const SAME = "identity.sign-in-strength.no-legacy-protocols";
const REWORDED_TWICE = "devices.inventory.owned-devices-registered";

let database: TestDatabase;
let owner: Actor;
let slug: string;
const notes: AuditNote[] = [];
const audit = (note: AuditNote) => notes.push(note);
const inside = <T>(run: (db: ScopedDb) => Promise<T>) => withOrganization(owner, run);

beforeAll(async () => {
  database = await openTestDatabase();
  owner = await makeActor(database, "movers", "owner");
});
afterAll(() => database.drop());

let round = 0;
beforeEach(async () => {
  notes.length = 0;
  round += 1;
  slug = `round-${round}`;
  await inside((db) =>
    db.assessment.create({
      data: {
        organizationId: owner.organizationId,
        slug,
        name: "Round",
        scope: "Group",
        ...V1,
        createdBy: owner.userId,
      },
    }),
  );
  for (const criterion of [GONE, REWORDED, SAME]) await answer(criterion, "met");
});

/** An answer as `save_answers` leaves it, made before any move. */
async function answer(criterion: string, status: string, changedAt = new Date(Date.now() - 60_000)): Promise<void> {
  await inside(async (db) => {
    const { id, organizationId } = await db.assessment.findFirstOrThrow({ where: { slug } });
    const row = { status, how: "hand", changedBy: owner.userId, changedAt };
    const key = { organizationId, assessmentId: id, criterion };
    await db.answer.upsert({
      where: { organizationId_assessmentId_criterion: key },
      create: { ...key, ...row, version: 1 },
      update: { ...row, version: { increment: 1 } },
    });
    const { version } = await db.answer.findUniqueOrThrow({ where: { organizationId_assessmentId_criterion: key } });
    await db.answerRevision.create({ data: { ...key, ...row, version } });
  });
}

const read = () => inside((db) => readAssessment(db, owner, slug));
const move = (from = V1, to = V2) => inside((db) => moveAssessment(db, owner, slug, { from, to }, audit));
const undo = () => inside((db) => undoMove(db, owner, slug, audit));

describe("moving an assessment to a newer version", () => {
  it("shows what would change and the level before and after, and changes nothing", async () => {
    const shown = await inside((db) => previewMove(db, owner, slug, V2));
    expect(shown.comparison.gone.map(({ id }) => id)).toContain(GONE);
    expect(shown.comparison.added.map(({ id }) => id)).toContain(NEW);
    expect(shown.comparison.reworded.find(({ id }) => id === REWORDED)?.before.statement).toMatch(/must be logged/);
    expect([...shown.answered].sort()).toEqual([REWORDED, GONE, SAME].sort());
    expect(shown.before.inScope).toBe(458);
    expect(shown.after.inScope).toBe(469);
    expect((await read()).assessment.version).toBe("1.0.0");
    await expect(
      inside((db) => previewMove(db, owner, slug, { questionnaire: "zero-trust", version: "9.0.0" })),
    ).rejects.toMatchObject({ kind: "not-found" });
  });

  it("is what an open walk reads when it looks again", async () => {
    const walk = () => inside((db) => readWalkData(db, owner, slug, []));
    const before = await walk();
    expect(before.standing).toMatchObject({ state: "draft", round: 1, ...V1, answer: "all" });
    await move();
    const after = await walk();
    expect(after.standing).toMatchObject(V2);
    // So that whoever had no connection meanwhile reads everything again.
    expect(after.state).not.toBe(before.state);
  });

  it("carries answers over by id, keeps those of criteria that are gone, and gives the same state back", async () => {
    const before = await read();
    await move();
    const moved = await read();
    expect(moved.assessment.version).toBe("1.1.0");
    expect([...moved.answerRows.keys()].sort()).toEqual([REWORDED, SAME].sort());
    expect(moved.everyClaim.answers.get(GONE)).toEqual({ status: "met" });
    expect(await inside((db) => readProgress(db, owner, slug))).toMatchObject({ answered: 2, inScope: 469 });
    const file = JSON.parse(await (await inside((db) => exportAssessment(db, owner, slug, audit))).text());
    expect(file.questionnaire).toEqual({ id: "zero-trust", version: "1.1.0" });
    expect(file.answers.map(({ criterion }: { criterion: string }) => criterion)).not.toContain(GONE);

    expect(await undo()).toEqual(V1);
    expect(await read()).toEqual(before);
    const actions = notes.map(({ action }) => action).filter((action) => action.startsWith("assessment.move"));
    expect(actions).toEqual(["assessment.move", "assessment.move.undo"]);
  });

  it("passes over a version in between, and comes to the same as one step after the other", async () => {
    await answer(REWORDED_TWICE, "met");
    const stands = async () => {
      const { assessment, stored, claims } = await read();
      return { version: assessment.version, criteria: stored.model.criteria, claims };
    };
    const shown = await inside((db) => previewMove(db, owner, slug, V3));
    expect(shown.comparison.gone.map(({ id }) => id)).toContain(GONE);
    await move(V1, V3);
    const atOnce = await stands();
    expect(atOnce).toMatchObject({ version: "1.2.0" });
    expect([...atOnce.claims.answers.keys()].sort()).toEqual([REWORDED, REWORDED_TWICE, SAME].sort());
    expect(await undo()).toEqual(V1);
    await move(V1, V2);
    await move(V2, V3);
    expect(await stands()).toEqual(atOnce);
    const told = await inside((db) => answerHistory(db, owner, slug, REWORDED_TWICE));
    expect(told.rewordings.map(({ to }) => to)).toEqual(["1.2.0", "1.1.0", "1.0.0", "1.2.0"]);
  });

  it("is shown for a version that only says the same more clearly: nothing new, nothing gone, no level changed", async () => {
    await move();
    const { comparison, before, after } = await inside((db) => previewMove(db, owner, slug, V3));
    const { added, gone, restanding, rules } = comparison;
    expect([added, gone, restanding, rules].flat()).toEqual([]);
    expect(comparison.carried).toHaveLength(469);
    expect(comparison.reworded.map(({ id }) => id)).toContain(REWORDED_TWICE);
    expect(after).toEqual(before);
  });

  it("tells an answer's history that its words changed", async () => {
    await move();
    await undo();
    const told = await inside((db) => answerHistory(db, owner, slug, REWORDED));
    expect(told.rewordings).toMatchObject([
      { to: "1.0.0", before: expect.stringMatching(/every production infrastructure system/) },
      { to: "1.1.0", before: expect.stringMatching(/must be logged/) },
    ]);
    expect((await inside((db) => answerHistory(db, owner, slug, SAME))).rewordings).toEqual([]);
  });

  it("stays once an answer has changed, and the answers stay with it", async () => {
    await move();
    const state = () => inside(async (db) => readMoves(db, (await read()).assessment));
    expect((await state()).undoable).not.toBeNull();
    await answer(NEW, "met", new Date(Date.now() + 1000));
    expect(await state()).toMatchObject({ undoable: null, moves: [{ from: V1, to: V2, undone: null }] });
    await expect(undo()).rejects.toMatchObject({ kind: "conflict" });
    expect((await read()).answerRows.get(NEW)?.status).toBe("met");
  });

  it("isn't made twice, backwards, to what doesn't exist, or on what is approved", async () => {
    const outcomes = await Promise.allSettled([move(), move()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(move(V2, V1)).rejects.toMatchObject({ kind: "invalid" });
    await expect(move(V2, { questionnaire: "zero-trust", version: "7.0.0" })).rejects.toMatchObject({
      kind: "invalid",
    });
    await inside((db) => db.assessment.updateMany({ where: { slug }, data: { state: "approved" } }));
    await expect(undo()).rejects.toMatchObject({ kind: "conflict" });
    await expect(move(V2, V2)).rejects.toMatchObject({ kind: "conflict" });
  });

  it("is a bar of its own in the change since a snapshot, which keeps its version", async () => {
    const { id } = await inside((db) => takeSnapshot(db, owner, slug, { label: "Before the move" }, audit));
    // A snapshot of yesterday: today's is no earlier date to compare with.
    await withClient(database.ownerUrl, (client) =>
      client.query("UPDATE snapshots SET as_of = as_of - 1 WHERE id = $1", [id]),
    );
    await move();
    await answer(NEW, "met", new Date(Date.now() + 1000));
    const state = await inside((db) => readDashboard(db, owner, { slug }));
    expect(state.against?.state.model.criteria).toContain(GONE);
    const dashboard = describeDashboard({ ...state, ...state.stored, links: dashboardLinks("/movers/assessments/x") });
    const { causes, from, to } = dashboard?.change?.change ?? { causes: {}, from: 0, to: 0 };
    const parts = Object.values(causes).reduce((sum, part) => sum + part, 0);
    expect(from + parts).toBeCloseTo(to, 9);
    expect(causes).toMatchObject({ scope: 0, real: 0, corrected: 0, evidence: 0 });
    const content = "content" in causes ? causes.content : 0;
    const known = "known" in causes ? causes.known : 0;
    expect(content).toBeLessThan(0); // an answered criterion is gone
    expect(known).toBeGreaterThan(0); // its successor was answered afterwards
  });
});
