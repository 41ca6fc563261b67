import { randomUUID } from "node:crypto";
import { groupPieces } from "../../core/portable/group-pieces";
import type { Change } from "../../core/portable/plan-import";
import type { Answer } from "../../core/scoring/types";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";
import { notFound, Problem } from "../platform/problem";
import { tellClients } from "../platform/tell-clients";
import { findAssessment } from "./find-assessment";
import { describeImport } from "./preview-import";
import { profileOf, targetSchema } from "./read-assessment";
import { type ReadImport, readImport } from "./read-import";
import { writeAnswers } from "./write-answers";

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
  const written = await writeAnswers(db, actor, assessment, plan.answers, "import");
  if (written !== plan.answers.length) throw changedSince(read);
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
    values: auditValues(read),
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

async function addEvidence(db: ScopedDb, actor: Actor, { assessment, plan }: ReadImport): Promise<void> {
  if (plan.evidence.length === 0) return;
  const pieces = groupPieces(plan.evidence).map((piece) => ({ ...piece, id: randomUUID() }));
  const said = pieces.flatMap(({ id, says }) => says.map((one) => ({ id, ...one })));
  await db.$executeRaw`
    WITH pieces AS (
      INSERT INTO evidence (organization_id, assessment_id, id, kind, title, date, expires, source, link, owner, method, sampled, population, sampled_from, added_by)
      SELECT ${assessment.organizationId}::uuid, ${assessment.id}::uuid, id, kind, title, date, expires, source, link, coalesce(owner, ''), method,
             sampled, population, "sampledFrom", ${actor.userId}::uuid
        FROM jsonb_to_recordset(${JSON.stringify(pieces)}::jsonb)
          AS r (id uuid, kind text, title text, date date, expires date, source text, link text, owner text, method text,
                sampled int, population int, "sampledFrom" text)
    )
    INSERT INTO evidence_criteria (organization_id, assessment_id, evidence_id, criterion, verdict, coverage, added_by)
    SELECT ${assessment.organizationId}::uuid, ${assessment.id}::uuid, id, criterion, verdict, coverage, ${actor.userId}::uuid
      FROM jsonb_to_recordset(${JSON.stringify(said)}::jsonb) AS r (id uuid, criterion text, verdict text, coverage float8)`;
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
  const { profile, organization, target: goals, reasons, by } = plan;
  if (profile.length + organization.length + goals.length + reasons.length === 0 && by === null) return;
  const where = { organizationId_id: { organizationId: assessment.organizationId, id: assessment.id } };
  const row = await db.assessment.findUniqueOrThrow({ where });
  const target = targetSchema.parse(row.target);
  await db.assessment.update({
    where,
    data: {
      profile: { ...profileOf(row), ...afterwards(profile) },
      sizes: plan.organizationAfter,
      target: {
        ...target,
        pillars: { ...target.pillars, ...afterwards(goals) },
        ...(reasons.length > 0 ? { reasons: { ...target.reasons, ...afterwards(reasons) } } : {}),
        ...(by ? { by: by.after } : {}),
      },
    },
  });
}

function afterwards<T>(changes: readonly Change<T>[]): Record<string, T> {
  return Object.fromEntries(changes.map(({ id, after }) => [id, after]));
}

/** Before and after of everything that was written, for the audit log. */
function auditValues({ base, plan }: ReadImport): Record<string, unknown> {
  const { answers, evidence, exceptions, profile, organization, organizationAfter, target, reasons, by } = plan;
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
    organization: organization.map((id) => ({
      id,
      before: base.organization[id] ?? null,
      after: organizationAfter[id],
    })),
    target,
    reasons,
    by,
  };
}
