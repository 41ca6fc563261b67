import { randomUUID } from "node:crypto";
import type { AnswerChange, ImportPlan } from "../../core/portable/plan-import";
import type { Answer, Evidence } from "../../core/scoring/types";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";
import { notFound, Problem } from "../platform/problem";
import { tellClients } from "../platform/tell-clients";
import { findAssessment } from "./find-assessment";
import { describeImport } from "./preview-import";
import { profileOf, targetSchema } from "./read-assessment";
import { type ReadImport, readImport } from "./read-import";

type Applied = Readonly<{ answers: number; evidence: number; exceptions: number }>;

/**
 * Brings a file in, as its preview said: all of it in the caller's transaction, or nothing.
 *
 * @param preview the token of the preview that the person saw
 * @throws Problem not-found, invalid (the file), conflict when the assessment has changed since; its details hold the
 *   preview as it would be now
 */
export async function applyImport(
  db: ScopedDb,
  actor: Actor,
  { assessment: slug, preview }: Readonly<{ assessment: string; preview: string }>,
  bytes: Uint8Array<ArrayBuffer>,
  audit: (note: AuditNote) => void,
): Promise<Applied> {
  await lock(db, actor, slug);
  const read = await readImport(db, actor, slug, bytes);
  if (read.token !== preview) throw changedSince(read);
  const { assessment, plan, fileHash } = read;
  await writeAnswers(db, actor, read);
  await addEvidence(db, actor, read);
  await writeExceptions(db, actor, read);
  await writeScope(db, read);
  await tellClients(db, "answers", { assessment: assessment.id });
  audit({
    action: "assessment.import",
    object: `assessment/${assessment.id}`,
    facts: {
      file: fileHash,
      answers: plan.answers.map(({ criterion, base }) => ({ criterion, version: base + 1 })),
      evidence: plan.evidence.length,
    },
    values: auditValues(plan),
  });
  return { answers: plan.answers.length, evidence: plan.evidence.length, exceptions: plan.exceptions.length };
}

/** Two imports, or an import and a save, wait for each other, so that what is compared is what is written. */
async function lock(db: ScopedDb, actor: Actor, slug: string): Promise<void> {
  const { id } = await findAssessment(db, actor, slug);
  const locked = await db.$queryRaw<unknown[]>`SELECT id FROM assessments WHERE id = ${id}::uuid FOR UPDATE`;
  if (locked.length === 0) throw notFound("The assessment");
  await db.$queryRaw`SELECT criterion FROM answers WHERE assessment_id = ${id}::uuid ORDER BY criterion FOR UPDATE`;
}

function changedSince(read: ReadImport): Problem {
  const message = "The assessment has changed since this preview. Nothing was imported: look at what would change now.";
  return new Problem("conflict", message, [], { preview: describeImport(read) });
}

async function writeAnswers(db: ScopedDb, actor: Actor, read: ReadImport): Promise<void> {
  const { assessment, plan } = read;
  if (plan.answers.length === 0) return;
  const rows = JSON.stringify(plan.answers.map(answerColumns));
  // One statement for all: a file can hold a thousand answers. A version that moved on is left out and found by the count.
  const written = await db.$queryRaw<{ criterion: string }[]>`
    INSERT INTO answers AS x (organization_id, assessment_id, criterion, status, coverage, count, population, reason, note, version, how, changed_by, changed_at)
    SELECT ${assessment.organizationId}::uuid, ${assessment.id}::uuid, r.criterion, r.status, r.coverage, r.count, r.population, r.reason, r.note,
           r.base + 1, 'import', ${actor.userId}::uuid, date_trunc('milliseconds', clock_timestamp())
      FROM jsonb_to_recordset(${rows}::jsonb)
        AS r (criterion text, base int, status text, coverage float8, count int, population int, reason text, note text)
    ON CONFLICT (organization_id, assessment_id, criterion) DO UPDATE SET
      status = EXCLUDED.status, coverage = EXCLUDED.coverage, count = EXCLUDED.count, population = EXCLUDED.population, reason = EXCLUDED.reason,
      accepted_by = CASE WHEN x.status = 'not-applicable' AND EXCLUDED.status = 'not-applicable' AND x.reason = EXCLUDED.reason THEN x.accepted_by END,
      accepted_at = CASE WHEN x.status = 'not-applicable' AND EXCLUDED.status = 'not-applicable' AND x.reason = EXCLUDED.reason THEN x.accepted_at END,
      note = EXCLUDED.note, version = EXCLUDED.version, how = EXCLUDED.how, changed_by = EXCLUDED.changed_by, changed_at = EXCLUDED.changed_at
      WHERE x.version = EXCLUDED.version - 1
    RETURNING criterion`;
  if (written.length !== plan.answers.length) throw changedSince(read);
  const criteria = plan.answers.map(({ criterion }) => criterion);
  await db.$executeRaw`
    INSERT INTO answer_revisions (organization_id, assessment_id, criterion, version, status, coverage, count, population, reason, accepted_by, accepted_at, note, how, changed_by, changed_at)
    SELECT organization_id, assessment_id, criterion, version, status, coverage, count, population, reason, accepted_by, accepted_at, note, how, changed_by, changed_at
      FROM answers WHERE assessment_id = ${assessment.id}::uuid AND criterion = ANY(${criteria}::text[])`;
}

function answerColumns({ criterion, base, after, noteAfter }: AnswerChange): Readonly<Record<string, unknown>> {
  const partly = after.status === "partly" ? after : undefined;
  return {
    criterion,
    base,
    status: after.status,
    coverage: partly?.coverage ?? null,
    count: partly?.count ?? null,
    population: partly?.population ?? null,
    reason: after.status === "not-applicable" ? after.reason : null,
    note: noteAfter,
  };
}

async function addEvidence(db: ScopedDb, actor: Actor, { assessment, plan }: ReadImport): Promise<void> {
  if (plan.evidence.length === 0) return;
  const rows = JSON.stringify(
    plan.evidence.map(({ accepted: _, dismissed: __, ...item }: Evidence) => ({
      ...item,
      id: randomUUID(),
      kind: item.source ? "scan" : "attestation",
    })),
  );
  await db.$executeRaw`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${rows}::jsonb)
        AS r (id uuid, kind text, criterion text, title text, date date, expires date, source text, verdict text, coverage float8)
    ), pieces AS (
      INSERT INTO evidence (organization_id, assessment_id, id, kind, title, date, expires, source, added_by)
      SELECT ${assessment.organizationId}::uuid, ${assessment.id}::uuid, id, kind, title, date, expires, source, ${actor.userId}::uuid FROM given
    )
    INSERT INTO evidence_criteria (organization_id, assessment_id, evidence_id, criterion, verdict, coverage, added_by)
    SELECT ${assessment.organizationId}::uuid, ${assessment.id}::uuid, id, criterion, verdict, coverage, ${actor.userId}::uuid FROM given`;
}

async function writeExceptions(db: ScopedDb, actor: Actor, { assessment, plan }: ReadImport): Promise<void> {
  for (const { id: criterion, after } of plan.exceptions) {
    const key = { organizationId: assessment.organizationId, assessmentId: assessment.id, criterion };
    const data = {
      owner: after.owner,
      reason: after.reason,
      risk: after.risk ?? "",
      expires: new Date(after.expires),
      createdBy: actor.userId,
      createdAt: new Date(),
      // They come in only where who imports may accept their own.
      acceptedBy: after.accepted === false ? null : actor.userId,
      acceptedAt: after.accepted === false ? null : new Date(),
    };
    await db.exception.upsert({
      where: { organizationId_assessmentId_criterion: key },
      create: { ...key, ...data },
      update: data,
    });
  }
}

async function writeScope(db: ScopedDb, { assessment, plan }: ReadImport): Promise<void> {
  if (plan.profile.length + plan.target.length === 0 && plan.by === null) return;
  const where = { organizationId_id: { organizationId: assessment.organizationId, id: assessment.id } };
  const row = await db.assessment.findUniqueOrThrow({ where });
  const target = targetSchema.parse(row.target);
  await db.assessment.update({
    where,
    data: {
      profile: { ...profileOf(row), ...Object.fromEntries(plan.profile.map(({ id, after }) => [id, after])) },
      target: {
        ...target,
        pillars: { ...target.pillars, ...Object.fromEntries(plan.target.map(({ id, after }) => [id, after])) },
        ...(plan.by ? { by: plan.by.after } : {}),
      },
    },
  });
}

/** Before and after of everything that was written, for the audit log. */
function auditValues({ answers, evidence, exceptions, profile, target, by }: ImportPlan): Record<string, unknown> {
  const told = (answer: Answer | undefined, note: string) => (answer ? { ...answer, ...(note ? { note } : {}) } : null);
  return {
    answers: answers.map(({ criterion, before, after, noteBefore, noteAfter }) => ({
      criterion,
      before: told(before, noteBefore),
      after: told(after, noteAfter),
    })),
    evidence: evidence.map(({ criterion, title, date }) => ({ criterion, title, date })),
    exceptions,
    profile,
    target,
    by,
  };
}
