import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { AssessmentFile, FileAnswer } from "../../lib/core/portable/schema";
import type { AuditNote } from "../../lib/server/access/audit";
import type { Actor } from "../../lib/server/access/roles";
import { applyImport } from "../../lib/server/assessments/apply-import";
import { readAssessmentFile } from "../../lib/server/assessments/assessment-file";
import { createAssessment } from "../../lib/server/assessments/create-assessment";
import { editAssessment, editAssessmentSchema } from "../../lib/server/assessments/edit-assessment";
import { exportAssessment } from "../../lib/server/assessments/export-assessment";
import { exportSnapshot } from "../../lib/server/assessments/export-snapshot";
import { previewImport } from "../../lib/server/assessments/preview-import";
import { readAssessment } from "../../lib/server/assessments/read-assessment";
import { takeSnapshot } from "../../lib/server/assessments/take-snapshot";
import { storedQuestionnaire } from "../../lib/server/content/questionnaire-store";
import { type ScopedDb, withOrganization } from "../../lib/server/platform/database/client";
import type { Problem } from "../../lib/server/platform/problem";
import { makeActor, openTestDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
let owner: Actor;
let consultant: Actor;
let criteria: readonly string[];
let slug: string;

/** Why a target is what it is. */
const REASON = "The insurer asks for it by then.";
const notes: AuditNote[] = [];
const audit = (note: AuditNote) => notes.push(note);
const inside = <T>(actor: Actor, run: (db: ScopedDb) => Promise<T>) => withOrganization(actor, run);
const bytesOf = (file: unknown) => new TextEncoder().encode(JSON.stringify(file));

beforeAll(async () => {
  database = await openTestDatabase();
  owner = await makeActor(database, "portable", "owner");
  consultant = await makeActor(database, "portable", "consultant");
  const { questionnaire } = await inside(owner, (db) => storedQuestionnaire(db, "zero-trust", "1.0.0"));
  criteria = questionnaire.pillars.flatMap((pillar) =>
    pillar.topics.flatMap((topic) => topic.criteria.map(({ id }) => id)),
  );
});

afterAll(() => database.drop());

beforeEach(async () => {
  notes.length = 0;
  slug = await newAssessment();
});

async function newAssessment(): Promise<string> {
  const input = { name: "Round", scope: "Group", profile: {}, sizes: { people: 1200 } };
  return (await inside(owner, (db) => createAssessment(db, owner, input, audit))).slug;
}

function fileOf(answers: readonly FileAnswer[], rest: Partial<AssessmentFile> = {}): AssessmentFile {
  const questionnaire = { id: "zero-trust", version: "1.0.0" };
  return { format: "plumbline.assessment/1", questionnaire, answers: [...answers], ...rest };
}

const answer = (index: number, rest: Omit<FileAnswer, "criterion">): FileAnswer => ({
  criterion: criteria[index] ?? "",
  ...rest,
});

const preview = (file: unknown, actor = owner) =>
  inside(actor, (db) => previewImport(db, actor, slug, bytesOf(file), audit));
const apply = (file: unknown, token: string, actor = owner) =>
  inside(actor, (db) => applyImport(db, actor, { assessment: slug, preview: token }, bytesOf(file), audit));
const read = (of = slug) => inside(owner, (db) => readAssessment(db, owner, of));

const FULL = () =>
  fileOf(
    [
      answer(0, {
        status: "met",
        evidence: [{ title: "Export", date: "2026-10-01", verdict: "supports", accepted: true }],
      }),
      answer(1, { status: "partly", count: 412, population: 530, note: "Laptops only" }),
      answer(2, { status: "not-met" }),
      answer(3, { status: "unknown" }),
      answer(4, { status: "not-applicable", reason: "No such thing", accepted: true }),
    ],
    { profile: { offices: true }, target: { identity: "optimal", date: "2028-12-31", reasons: { identity: REASON } } },
  );

describe("import", () => {
  it("changes nothing until it is applied, then all of it, as not yet reviewed", async () => {
    const shown = await preview(FULL());
    expect(shown).toMatchObject({ answersTotal: 5, evidenceTotal: 1, reviewsDropped: 2, empty: false });
    expect((await read()).answerRows.size).toBe(0);

    await apply(FULL(), shown.token);
    const state = await read();
    expect(state.claims.answers.get(criteria[1] ?? "")).toEqual({
      status: "partly",
      coverage: 412 / 530,
      count: 412,
      population: 530,
    });
    expect(state.claims.answers.get(criteria[4] ?? "")).toMatchObject({ accepted: false });
    expect(state.evidenceRows).toMatchObject([{ acceptedBy: null, addedBy: owner.userId }]);
    expect(state.assessment.profile).toEqual({ offices: true });
    expect(state.target).toMatchObject({
      by: "2028-12-31",
      pillars: { identity: 3, network: 2.4 },
      reasons: { identity: REASON },
    });
    const file = await inside(owner, (db) => readAssessmentFile(db, state, "import"));
    expect(file.target).toMatchObject({ date: "2028-12-31", reasons: { identity: REASON } });
    const revisions = await inside(owner, (db) => db.answerRevision.findMany({ where: { how: "import" } }));
    expect(revisions.filter(({ assessmentId }) => assessmentId === state.assessment.id)).toHaveLength(5);
    expect(notes.at(-1)).toMatchObject({ action: "assessment.import", facts: { evidence: 1 } });
  });

  it("carries where evidence is found, how, and what its file was; one piece stays one", async () => {
    const piece = {
      title: "Visit",
      date: "2026-10-02",
      kind: "attestation" as const,
      link: "https://example.org/minutes",
      owner: "Identity team",
      method: "test" as const,
      sampled: 25,
      population: 1204,
      sampledFrom: "laptops",
    };
    const both = [
      answer(5, { status: "met", evidence: [{ ...piece, verdict: "supports" }] }),
      answer(6, { status: "met", evidence: [{ ...piece, verdict: "contradicts", coverage: 0.4 }] }),
    ];
    await apply(fileOf(both, {}), (await preview(fileOf(both, {}))).token);
    const found = (await read()).evidenceRows.filter(({ title }) => title === "Visit");
    const rows = [...found].sort((a, b) => b.verdict.localeCompare(a.verdict));
    expect(new Set(rows.map(({ id }) => id)).size).toBe(1);
    expect(rows).toMatchObject([
      {
        verdict: "supports",
        link: piece.link,
        owner: piece.owner,
        method: "test",
        sampled: 25,
        sampledFrom: "laptops",
      },
      { verdict: "contradicts", coverage: 0.4, population: 1204 },
    ]);
    const exported = await inside(owner, (db) => exportAssessment(db, owner, slug, audit));
    const { answers } = await exported.json();
    const said = answers.filter((one: { criterion: string }) => [criteria[5], criteria[6]].includes(one.criterion));
    expect(said.map((one: { evidence: unknown[] }) => one.evidence[0])).toEqual([
      { ...piece, verdict: "supports" },
      { ...piece, verdict: "contradicts", coverage: 0.4 },
    ]);
  });

  it("brings back what it exported without a change, snapshots alike", async () => {
    await apply(FULL(), (await preview(FULL())).token);
    const exported = await inside(owner, (db) => exportAssessment(db, owner, slug, audit));
    expect(exported.headers.get("content-disposition")).toMatch(
      /^attachment; filename="portable-round[a-z0-9-]*\.json"$/,
    );
    const text = await exported.text();
    expect(await preview(JSON.parse(text))).toMatchObject({ empty: true, unchanged: 5, evidenceThere: 1 });

    const { id } = await inside(owner, (db) => takeSnapshot(db, owner, slug, { label: "Now" }, audit));
    const kept = await inside(owner, (db) => exportSnapshot(db, owner, { assessment: slug, snapshot: id }, audit));
    expect(await kept.text()).toBe(text);
  });

  it("refuses when an answer has changed since the preview, and imports nothing of it", async () => {
    await apply(FULL(), (await preview(FULL())).token);
    const file = fileOf([answer(0, { status: "not-met" }), answer(2, { status: "met" }), answer(9, { status: "met" })]);
    const shown = await preview(file);
    const other = fileOf([answer(2, { status: "unknown" })]);
    await apply(other, (await preview(other, consultant)).token, consultant);

    const problem = await apply(file, shown.token).catch((error: Problem) => error);
    expect(problem).toMatchObject({ kind: "conflict", details: { preview: { answersTotal: 3 } } });
    const { claims } = await read();
    expect(claims.answers.get(criteria[0] ?? "")).toEqual({ status: "met" });
    expect(claims.answers.get(criteria[2] ?? "")).toEqual({ status: "unknown" });
    expect(claims.answers.has(criteria[9] ?? "")).toBe(false);
  });

  it("refuses another file under the token of a preview", async () => {
    const { token } = await preview(fileOf([answer(0, { status: "met" })]));
    await expect(apply(fileOf([answer(0, { status: "not-met" })]), token)).rejects.toMatchObject({ kind: "conflict" });
  });

  it("lets two imports of the same preview happen once", async () => {
    const file = FULL();
    const { token } = await preview(file);
    const results = await Promise.allSettled([apply(file, token), apply(file, token)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await read()).evidenceRows).toHaveLength(1);
  });

  it("keeps an acceptance that stands, and drops it with another reason", async () => {
    await apply(FULL(), (await preview(FULL())).token);
    const { assessment } = await read();
    const where = { assessmentId: assessment.id, criterion: criteria[4] ?? "" };
    const accepted = { acceptedBy: consultant.userId, acceptedAt: new Date() };
    await inside(owner, (db) => db.answer.updateMany({ where, data: accepted }));
    const noted = fileOf([answer(4, { status: "not-applicable", reason: "No such thing", note: "Asked again" })]);
    await apply(noted, (await preview(noted)).token);
    expect((await read()).answerRows.get(criteria[4] ?? "")).toMatchObject({
      acceptedBy: consultant.userId,
      note: "Asked again",
    });
    const otherwise = fileOf([answer(4, { status: "not-applicable", reason: "Sold" })]);
    await apply(otherwise, (await preview(otherwise)).token);
    expect((await read()).answerRows.get(criteria[4] ?? "")).toMatchObject({ acceptedBy: null, reason: "Sold" });
  });

  it("leaves exceptions out, unless one person alone may accept their own", async () => {
    const exception = { owner: "CIO", reason: "Plant", expires: "2027-06-30" };
    const file = fileOf([answer(0, { status: "not-met", exception })]);
    expect(await preview(file)).toMatchObject({ exceptions: [], exceptionsLeftOut: [{ criterion: criteria[0] }] });

    const alone = await makeActor(database, "alone", "owner");
    await inside(alone, (db) =>
      db.organization.update({ where: { id: alone.organizationId }, data: { selfAcceptance: true } }),
    );
    const own = await inside(alone, (db) =>
      createAssessment(db, alone, { name: "Round", scope: "Group", profile: {}, sizes: {} }, audit),
    );
    const shown = await inside(alone, (db) => previewImport(db, alone, own.slug, bytesOf(file), audit));
    expect(shown.exceptions).toMatchObject([{ owner: "CIO" }]);
    await makeActor(database, "alone", "viewer");
    const joined = await inside(alone, (db) => previewImport(db, alone, own.slug, bytesOf(file), audit));
    expect(joined.exceptions).toEqual([]);
  });
});

describe("files that can't be imported", () => {
  it.each([
    ["unknown criterion", () => fileOf([{ criterion: "no.such.one", status: "met" }]), ["$.answers[0].criterion"]],
    ["coverage out of range", () => fileOf([answer(0, { status: "partly", coverage: 3 })]), ["$.answers[0].coverage"]],
    ["partly without coverage", () => fileOf([answer(0, { status: "partly" })]), ["$.answers[0].coverage"]],
    [
      "two answers to one criterion",
      () => fileOf([answer(0, { status: "met" }), answer(0, { status: "met" })]),
      ["$.answers[1].criterion"],
    ],
    ["another format", () => ({ ...fileOf([]), format: "something/1" }), ["$.format"]],
    [
      "another questionnaire",
      () => fileOf([], { questionnaire: { id: "else", version: "1.0.0" } }),
      ["$.questionnaire.id"],
    ],
    ["an unknown fact", () => fileOf([], { profile: { submarines: true } }), ["$.profile.submarines"]],
    ["a NUL in a note", () => fileOf([answer(0, { status: "met", note: "a\0b" })]), ["$.answers[0].note"]],
    [
      "everything at once",
      () => fileOf([{ criterion: "no.such.one", status: "met" }, answer(1, { status: "partly" })]),
      ["$.answers[0].criterion", "$.answers[1].coverage"],
    ],
  ])("%s", async (_, file, paths) => {
    const problem = await preview(file()).catch((error: Problem) => error);
    expect(problem).toMatchObject({ kind: "invalid" });
    expect((problem as Problem).fields.map(({ path }) => path)).toEqual(paths);
  });

  it("binary", async () => {
    const bytes = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 255]);
    const problem = await inside(owner, (db) => previewImport(db, owner, slug, bytes, audit)).catch((e: Problem) => e);
    expect(problem).toMatchObject({ kind: "invalid", fields: [{ path: "$" }] });
  });

  it("anything, once the assessment is approved", async () => {
    const { assessment } = await read();
    await inside(owner, (db) =>
      db.assessment.updateMany({ where: { id: assessment.id }, data: { state: "approved" } }),
    );
    await expect(preview(FULL())).rejects.toMatchObject({ kind: "conflict" });
  });
});

describe("snapshots", () => {
  it("can't be changed or removed by the app", async () => {
    const { id } = await inside(owner, (db) => takeSnapshot(db, owner, slug, { label: "Now" }, audit));
    await expect(
      inside(owner, (db) => db.snapshot.updateMany({ where: { id }, data: { label: "Then" } })),
    ).rejects.toThrow();
    await expect(inside(owner, (db) => db.snapshot.deleteMany({ where: { id } }))).rejects.toThrow();
  });

  it("are not there for another assessment or organization", async () => {
    const { id } = await inside(owner, (db) => takeSnapshot(db, owner, slug, { label: "Now" }, audit));
    const other = await newAssessment();
    const ask = (actor: Actor, assessment: string, snapshot: string) =>
      inside(actor, (db) => exportSnapshot(db, actor, { assessment, snapshot }, audit));
    await expect(ask(owner, other, id)).rejects.toMatchObject({ kind: "not-found" });
    await expect(ask(owner, slug, "not-an-id")).rejects.toMatchObject({ kind: "not-found" });
    const stranger = await makeActor(database, "elsewhere", "owner");
    await expect(ask(stranger, slug, id)).rejects.toMatchObject({ kind: "not-found" });
  });
});

describe("editing what an assessment is made on", () => {
  const edit = (change: unknown) =>
    inside(owner, (db) => editAssessment(db, owner, slug, editAssessmentSchema.parse(change), audit));

  it("keeps what a change doesn't name", async () => {
    await edit({ profile: { offices: false } });
    await edit({ name: "Round of spring" });
    const { assessment, sizes } = await read();
    expect(assessment).toMatchObject({ name: "Round of spring", profile: { offices: false } });
    expect(sizes).toEqual({ people: 1200 });
    expect(notes.at(-1)).toMatchObject({ values: { before: { name: "Round" }, after: { name: "Round of spring" } } });
  });

  it("merges inside profile, sizes and target, also when two people change at once", async () => {
    await Promise.all([edit({ profile: { offices: false } }), edit({ profile: { "own-networks": true } })]);
    await edit({ sizes: { devices: 900 } });
    await edit({ target: { pillars: { identity: 2.7 } } });
    await edit({ target: { by: "2028-12-31" } });
    const { assessment, sizes, target } = await read();
    expect(assessment.profile).toEqual({ offices: false, "own-networks": true });
    expect(sizes).toEqual({ people: 1200, devices: 900 });
    expect(target).toMatchObject({ by: "2028-12-31", pillars: { identity: 2.7, network: 2.4 } });
    await edit({
      profile: { offices: null },
      sizes: { people: null },
      target: { pillars: { identity: null }, by: null },
    });
    const after = await read();
    expect(after.assessment.profile).toEqual({ "own-networks": true });
    expect(after.sizes).toEqual({ devices: 900 });
    expect(after.target.by).toBeUndefined();
    expect(after.target.pillars.identity).toBeUndefined();
  });

  it("refuses facts, pillars and levels that the questionnaire doesn't have", async () => {
    await expect(edit({ profile: { submarines: true } })).rejects.toMatchObject({
      fields: [{ path: "profile.submarines" }],
    });
    await expect(edit({ target: { pillars: { moon: 2 } } })).rejects.toMatchObject({
      fields: [{ path: "target.pillars.moon" }],
    });
    await expect(edit({ target: { pillars: { data: 4 } } })).rejects.toMatchObject({
      fields: [{ path: "target.pillars.data" }],
    });
    expect(editAssessmentSchema.safeParse({ state: "approved" }).success).toBe(false);
  });
});
