import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AssessmentFile, FileAnswer } from "../../lib/core/portable/schema";
import type { AuditNote } from "../../lib/server/access/audit";
import type { Actor } from "../../lib/server/access/roles";
import { answerHistory } from "../../lib/server/assessments/answer-history";
import { applyImport } from "../../lib/server/assessments/apply-import";
import { createAssessment, createAssessmentSchema } from "../../lib/server/assessments/create-assessment";
import { editAssessment, editAssessmentSchema } from "../../lib/server/assessments/edit-assessment";
import { exportAssessment } from "../../lib/server/assessments/export-assessment";
import { previewImport } from "../../lib/server/assessments/preview-import";
import { readAssessment } from "../../lib/server/assessments/read-assessment";
import { newestQuestionnaire } from "../../lib/server/content/newest-questionnaire";
import { addEvidence } from "../../lib/server/evidence/add-evidence";
import { evidenceInputSchema } from "../../lib/server/evidence/evidence-input";
import { type ScopedDb, withOrganization } from "../../lib/server/platform/database/client";
import { makeActor, openTestDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
let owner: Actor;
let assessor: Actor;
let stranger: Actor;

const notes: AuditNote[] = [];
const audit = (note: AuditNote) => notes.push(note);
const inside = <T>(actor: Actor, run: (db: ScopedDb) => Promise<T>) => withOrganization(actor, run);
const bytesOf = (file: unknown) => new TextEncoder().encode(JSON.stringify(file));
const begin = (actor: Actor, input: object) =>
  inside(actor, (db) =>
    createAssessment(db, actor, createAssessmentSchema.parse({ name: "Round", scope: "Group", ...input }), audit),
  );
const read = (slug: string, actor = owner) => inside(actor, (db) => readAssessment(db, actor, slug));
const fileOf = (answers: readonly FileAnswer[], profile: AssessmentFile["profile"] = {}): AssessmentFile => ({
  format: "plumbline.assessment/1",
  questionnaire: { id: "zero-trust", version },
  profile,
  answers: [...answers],
});
async function bring(slug: string, file: AssessmentFile): Promise<void> {
  const { token } = await inside(owner, (db) => previewImport(db, owner, slug, bytesOf(file), audit));
  await inside(owner, (db) => applyImport(db, owner, { assessment: slug, preview: token }, bytesOf(file), audit));
}

const SIGN_IN = "identity.sign-in-strength";
let criteria: readonly string[];
let version: string;

beforeAll(async () => {
  database = await openTestDatabase();
  owner = await makeActor(database, "begin", "owner");
  assessor = await makeActor(database, "begin", "assessor");
  stranger = await makeActor(database, "elsewhere", "owner");
  const { questionnaire } = await inside(owner, newestQuestionnaire);
  version = questionnaire.version;
  criteria = questionnaire.pillars.flatMap((pillar) =>
    pillar.topics.flatMap((topic) => topic.criteria.map(({ id }) => id)),
  );
});

afterAll(() => database.drop());

describe("beginning with a quick check", () => {
  it("fills each topic as its stage pick does, and says in the history where it came from", async () => {
    notes.length = 0;
    const picks = { [SIGN_IN]: "advanced", "devices.inventory": "traditional", "network.segmentation": "unknown" };
    const { slug, answers } = await begin(owner, { from: { kind: "quick-check", picks } });
    const state = await read(slug);
    const { questionnaire } = state.stored;
    const topics = questionnaire.pillars.flatMap((pillar) => pillar.topics);
    const statuses = (topic: string, stage: string) =>
      topics
        .find(({ id }) => id === topic)
        ?.criteria.filter((criterion) => criterion.stage === stage)
        .map(({ id }) => state.claims.answers.get(id)?.status ?? null);
    expect(new Set(statuses(SIGN_IN, "advanced"))).toEqual(new Set(["met"]));
    expect(new Set(statuses(SIGN_IN, "optimal"))).toEqual(new Set([null]));
    expect(new Set(statuses("devices.inventory", "advanced"))).toEqual(new Set(["not-met"]));
    expect(new Set(statuses("devices.inventory", "optimal"))).toEqual(new Set([null]));
    expect(new Set(statuses("network.segmentation", "advanced"))).toEqual(new Set(["unknown"]));
    expect(new Set(statuses("network.segmentation", "optimal"))).toEqual(new Set(["unknown"]));
    expect(answers).toBe(state.answerRows.size);
    const [row] = state.answerRows.values();
    expect(row).toMatchObject({ how: "quick-check", version: 1, changedBy: owner.userId });
    const history = await inside(owner, (db) => answerHistory(db, owner, slug, row?.criterion ?? ""));
    expect(JSON.stringify(history)).toContain("quick-check");
    expect(notes.map(({ action }) => action)).toEqual(["assessment.create", "assessment.fill"]);
    // Ids and versions stand in the chain, the answers beside it.
    expect(JSON.stringify(notes[1]?.facts)).not.toContain("met");
  });

  it("refuses what the questionnaire doesn't have, and makes nothing", async () => {
    const before = await inside(owner, (db) => db.assessment.count());
    await expect(
      begin(owner, { from: { kind: "quick-check", picks: { "identity.moon": "advanced", [SIGN_IN]: "splendid" } } }),
    ).rejects.toMatchObject({
      kind: "invalid",
      fields: [{ path: "from.picks.identity.moon" }, { path: `from.picks.${SIGN_IN}` }],
    });
    expect(await inside(owner, (db) => db.assessment.count())).toBe(before);
  });
});

describe("beginning with a copy", () => {
  let source: string;
  const [a, b, c, d, e] = [0, 1, 2, 3, 4];

  beforeAll(async () => {
    source = (await begin(owner, { name: "Source", scope: "Plant", scopeKind: "environment" })).slug;
    const evidence = [{ title: "Export", date: "2026-10-01", verdict: "supports" as const }];
    await bring(
      source,
      fileOf([
        { criterion: criteria[a] ?? "", status: "met", evidence },
        { criterion: criteria[b] ?? "", status: "partly", count: 412, population: 530, note: "Laptops only" },
        { criterion: criteria[c] ?? "", status: "not-applicable", reason: "No such thing" },
        { criterion: criteria[d] ?? "", status: "unknown", note: "Ask the network team" },
      ]),
    );
    // Both accepted, which a copy must not take along; and a criterion with nothing but evidence.
    await inside(owner, async (db) => {
      const { id: assessmentId } = (await readAssessment(db, owner, source)).assessment;
      const where = { organizationId: owner.organizationId, assessmentId };
      const accepted = { acceptedBy: assessor.userId, acceptedAt: new Date() };
      await db.answer.updateMany({ where: { ...where, criterion: criteria[c] }, data: accepted });
      await db.evidenceCriterion.updateMany({ where, data: accepted });
      const alone = { criterion: criteria[e], verdict: "supports" };
      const piece = { kind: "scan", source: "scanner", title: "Alone", date: "2026-10-01", criteria: [alone] };
      await addEvidence(db, owner, source, evidenceInputSchema.parse(piece), audit);
    });
  });

  const statesOf = async (slug: string) => {
    const { answerRows, claims } = await read(slug);
    return [a, b, c, d, e].map((index) => {
      const id = criteria[index] ?? "";
      return { answer: claims.answers.get(id), note: answerRows.get(id)?.note, how: answerRows.get(id)?.how };
    });
  };

  it("takes answers, counts and reasons, and neither evidence nor acceptance", async () => {
    notes.length = 0;
    const { slug, answers } = await begin(owner, { from: { kind: "copy", assessment: source, notes: "leave" } });
    expect(answers).toBe(4);
    const how = "copy";
    expect(await statesOf(slug)).toEqual([
      { answer: { status: "met" }, note: "", how },
      { answer: { status: "partly", coverage: 412 / 530, count: 412, population: 530 }, note: "", how },
      { answer: { status: "not-applicable", reason: "No such thing", accepted: false }, note: "", how },
      { answer: { status: "unknown" }, note: "", how },
      { answer: undefined, note: undefined, how: undefined },
    ]);
    expect((await read(slug)).evidenceRows).toEqual([]);
    const id = (await read(source)).assessment.id;
    expect(notes.at(-1)).toMatchObject({ action: "assessment.fill", facts: { how, from: `assessment/${id}` } });
  });

  it("takes notes where they are wanted", async () => {
    const { slug } = await begin(owner, { from: { kind: "copy", assessment: source, notes: "copy" } });
    expect((await statesOf(slug)).map(({ note }) => note)).toEqual([
      "",
      "Laptops only",
      "",
      "Ask the network team",
      undefined,
    ]);
  });

  it("finds only what the person may see", async () => {
    const from = { kind: "copy", assessment: source, notes: "copy" };
    await expect(begin(assessor, { from })).rejects.toMatchObject({ kind: "not-found" });
    await expect(begin(stranger, { from })).rejects.toMatchObject({ kind: "not-found" });
    expect(await inside(stranger, (db) => db.assessment.count())).toBe(0);
  });
});

describe("what is known of the organization", () => {
  const PROFILE = {
    "iot-ot": false,
    people: 1200,
    industry: "Insurance",
    "cloud-providers": ["aws", "azure"],
    "remote-share": 0.4,
    "regulated-data": [],
  };
  const { "iot-ot": _, ...SIZES } = PROFILE;

  it("comes in with a file, goes out with it, and is told in words before", async () => {
    const { slug } = await begin(owner, { sizes: { people: 900 } });
    const shown = await inside(owner, (db) => previewImport(db, owner, slug, bytesOf(fileOf([], PROFILE)), audit));
    expect(shown.organization.map(({ title, before, after }) => `${title}: ${before} → ${after}`)).toEqual([
      "People: 900 → 1,200",
      "Industry: not known yet → Insurance",
      "Cloud providers: not known yet → Amazon Web Services and Microsoft Azure",
      "Remote share: not known yet → 40\u00a0%",
      "Regulated data: not known yet → none",
    ]);
    await bring(slug, fileOf([], PROFILE));
    const state = await read(slug);
    expect(state.sizes).toEqual(SIZES);
    expect(state.claims.profile).toEqual({ "iot-ot": false });
    const sent = await inside(owner, (db) => exportAssessment(db, owner, slug, audit));
    expect(JSON.parse(await sent.text()).profile).toEqual(PROFILE);
    const again = await inside(owner, (db) => previewImport(db, owner, slug, bytesOf(fileOf([], PROFILE)), audit));
    expect(again.empty).toBe(true);
  });

  it("is edited key by key, scope and its kind beside it", async () => {
    const { slug } = await begin(owner, { scopeKind: "subsidiary", sizes: { people: 900, industry: "Banking" } });
    const change = { scopeKind: "environment", sizes: { "remote-share": 0.25, industry: null } };
    await inside(owner, (db) => editAssessment(db, owner, slug, editAssessmentSchema.parse(change), audit));
    const { assessment, sizes } = await read(slug);
    expect(assessment.scopeKind).toBe("environment");
    expect(sizes).toEqual({ people: 900, "remote-share": 0.25 });
    expect(editAssessmentSchema.safeParse({ sizes: { "cloud-providers": ["moon"] } }).success).toBe(false);
    expect(editAssessmentSchema.safeParse({ scopeKind: "planet" }).success).toBe(false);
  });
});
