import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AssessmentFile, FileAnswer } from "../../lib/core/portable/schema";
import { composeReport } from "../../lib/core/reports/compose-report";
import type { AuditNote } from "../../lib/server/access/audit";
import type { Actor } from "../../lib/server/access/roles";
import { answerHistory } from "../../lib/server/assessments/answer-history";
import { applyImport } from "../../lib/server/assessments/apply-import";
import { createAssessment } from "../../lib/server/assessments/create-assessment";
import { previewImport } from "../../lib/server/assessments/preview-import";
import { decisionSchema, recordDecision } from "../../lib/server/assessments/record-decision";
import { takeSnapshot } from "../../lib/server/assessments/take-snapshot";
import { storedQuestionnaire } from "../../lib/server/content/questionnaire-store";
import { type ScopedDb, withOrganization } from "../../lib/server/platform/database/client";
import { exportReport, exportReportSchema } from "../../lib/server/reports/export-report";
import { readReport } from "../../lib/server/reports/read-report";
import { makeActor, openTestDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
let owner: Actor;
let reviewer: Actor;
let slug: string;
let criteria: readonly string[];
let before: string;

const notes: AuditNote[] = [];
const audit = (note: AuditNote) => notes.push(note);
const as = <T>(run: (db: ScopedDb) => Promise<T>, actor = owner) => withOrganization(actor, run);

beforeAll(async () => {
  database = await openTestDatabase();
  owner = await makeActor(database, "report", "owner");
  reviewer = await makeActor(database, "report", "reviewer");
  const { questionnaire } = await as((db) => storedQuestionnaire(db, "zero-trust", "1.0.0"));
  criteria = questionnaire.pillars.flatMap((pillar) =>
    pillar.topics.flatMap((topic) => topic.criteria.map(({ id }) => id)),
  );
  const round = { name: "Round", scope: "Group", profile: {}, sizes: { people: 1200 } };
  slug = (await as((db) => createAssessment(db, owner, round, audit))).slug;
  await bring(criteria.slice(0, 40).map((criterion) => ({ criterion, status: "not-met", note: "Planned for spring" })));
  before = (await as((db) => takeSnapshot(db, owner, slug, { label: "Before" }, audit))).id;
  await bring(criteria.slice(0, 40).map((criterion) => ({ criterion, status: "met" })));
});
afterAll(() => database.drop());

async function bring(answers: readonly FileAnswer[]): Promise<void> {
  const questionnaire = { id: "zero-trust", version: "1.0.0" };
  const file: AssessmentFile = { format: "plumbline.assessment/1", questionnaire, answers: [...answers] };
  const bytes = new TextEncoder().encode(JSON.stringify(file));
  const { token } = await as((db) => previewImport(db, owner, slug, bytes, audit));
  await as((db) => applyImport(db, owner, { assessment: slug, preview: token }, bytes, audit));
}

describe("what workshops decided", () => {
  it("is in the report of now and in that of a snapshot only if it was decided by then", async () => {
    const topic = "identity.sign-in-strength";
    const input = decisionSchema.parse({ topic, present: ["Ada"], decision: "Keys for all", dissent: "Ben: for some" });
    await as((db) => recordDecision(db, owner, slug, input, audit));
    const now = await as((db) => readReport(db, owner, { slug }));
    expect(now.input.decisions).toMatchObject([{ topic, decision: "Keys for all", dissent: "Ben: for some" }]);
    expect(JSON.stringify(composeReport(now.input))).toContain("Ben: for some");
    const then = await as((db) => readReport(db, owner, { slug, snapshot: before }));
    expect(then.input.decisions).toEqual([]);
    const history = await as((db) => answerHistory(db, owner, slug, `${topic}.second-factor-everywhere`));
    expect(history.decisions).toMatchObject([{ decision: "Keys for all", dissent: "Ben: for some" }]);
  });
});

describe("the report of an assessment", () => {
  it("is a PDF with a name that says whose, of when, and that it is a draft", async () => {
    const later = await as((db) => exportReport(db, owner, { slug }, audit));
    const response = await later();
    expect(response.headers.get("content-type")).toBe("application/pdf");
    expect(response.headers.get("content-disposition")).toMatch(/filename="report-round-\d{4}-\d\d-\d\d-draft\.pdf"/);
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    expect(notes.at(-1)).toMatchObject({ action: "report.export", facts: { state: "draft" } });
  });

  it("says what stands now, with who answered, and of a snapshot what stood then", async () => {
    const now = await as((db) => readReport(db, owner, { slug }));
    expect(now.input.claims.answers.get(criteria[0] ?? "")).toEqual({ status: "met" });
    expect(now.input.details.get(criteria[0] ?? "")).toMatchObject({ by: owner.name, note: "Planned for spring" });
    expect(now.input.plan).not.toBeNull();
    const then = await as((db) => readReport(db, owner, { slug, snapshot: before }));
    expect(then.input.claims.answers.get(criteria[0] ?? "")).toEqual({ status: "not-met" });
    expect(then.input.plan).toBeNull();
    expect(composeReport(then.input).watermark).toBe("Draft");
  });

  it("counts what was accepted by who answered it", async () => {
    const [first = "", second = ""] = criteria;
    const evidence = (criterion: string, acceptedBy: string) => ({
      organizationId: owner.organizationId,
      title: "Export",
      date: new Date("2026-10-01"),
      addedBy: reviewer.userId,
      criteria: { create: { criterion, verdict: "supports", addedBy: reviewer.userId, acceptedBy } },
    });
    await as(async (db) => {
      const { id: assessmentId } = await db.assessment.findFirstOrThrow({ where: { slug } });
      const rows = [
        evidence(first, owner.userId),
        evidence(second, reviewer.userId),
        evidence(criteria[100] ?? "", owner.userId),
      ];
      for (const row of rows) await db.evidence.create({ data: { ...row, assessmentId } });
    });
    const { input } = await as((db) => readReport(db, owner, { slug }));
    // The owner's answer accepted by the owner, and the reviewer's evidence by the reviewer; the third is by somebody else.
    expect(input.selfAccepted).toEqual({ evidence: 2, notApplicable: 0 });
  });

  it("isn't there for another organization, nor its snapshots for another assessment", async () => {
    const stranger = await makeActor(database, "report-else", "owner");
    const round = { name: "Round", scope: "Group", profile: {}, sizes: {} };
    const other = (await as((db) => createAssessment(db, stranger, round, audit), stranger)).slug;
    await expect(
      as((db) => readReport(db, stranger, { slug: other, snapshot: before }), stranger),
    ).rejects.toMatchObject({
      kind: "not-found",
    });
    expect(exportReportSchema.safeParse({ snapshot: "../../etc" }).success).toBe(false);
    expect(exportReportSchema.safeParse({ slug: "other" }).success).toBe(false);
  });
});
