import type { Actor } from "../access/roles";
import { findAssessment } from "../assessments/find-assessment";
import { holdOpen, openCriterion } from "../assessments/open-criterion";
import type { ScopedDb } from "../platform/database/client";
import type { Assessment, Evidence } from "../platform/database/generated/client";
import { notFound } from "../platform/problem";
import { type EvidenceRow, PIECE, rowsOf } from "./evidence-rows";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export type FoundEvidence = Readonly<{ assessment: Assessment; evidence: Evidence; rows: readonly EvidenceRow[] }>;

/**
 * A piece of evidence in an assessment that the actor may see.
 * @throws Problem not-found
 */
export async function findEvidence(db: ScopedDb, actor: Actor, slug: string, id: string): Promise<FoundEvidence> {
  const assessment = await findAssessment(db, actor, slug);
  const found = UUID.test(id)
    ? await db.evidence.findFirst({
        where: { id, assessmentId: assessment.id },
        include: PIECE,
      })
    : null;
  if (!found) throw notFound("The evidence");
  const { criteria: _, file: __, ...evidence } = found;
  return { assessment, evidence, rows: rowsOf(found) };
}

/**
 * The same, held until the transaction ends: who changes or reviews it meanwhile waits, so that what is read of it here is
 * what is changed. First the assessment, as an approval and a deletion do.
 * @throws Problem not-found, conflict (approved)
 */
export async function holdEvidence(db: ScopedDb, actor: Actor, slug: string, id: string): Promise<FoundEvidence> {
  await holdOpen(db, await findAssessment(db, actor, slug));
  if (UUID.test(id)) await db.$queryRaw`SELECT id FROM evidence WHERE id = ${id}::uuid FOR UPDATE`;
  return findEvidence(db, actor, slug, id);
}

/**
 * Holds that the actor works on each of the criteria, in an assessment that may still change.
 * @throws Problem not-found, conflict (approved)
 */
export async function requireOpen(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  criteria: readonly Readonly<{ criterion: string }>[],
): Promise<void> {
  for (const { criterion } of criteria) await openCriterion(db, actor, slug, criterion);
}

/** The key of one piece of evidence. */
export function evidenceKey({ organizationId, id }: Pick<Evidence, "organizationId" | "id">) {
  return { organizationId_id: { organizationId, id } };
}
