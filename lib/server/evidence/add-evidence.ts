import type { EvidenceView } from "../../core/walk/evidence-view";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import { openCriterion } from "../assessments/open-criterion";
import type { ScopedDb } from "../platform/database/client";
import type { Assessment } from "../platform/database/generated/client";
import { Problem } from "../platform/problem";
import { type EvidenceInput, evidenceColumns } from "./evidence-input";
import { evidenceView, rowsOf } from "./evidence-rows";
import { tellEvidence } from "./tell-evidence";

/**
 * Attaches a piece of evidence to the criteria that it speaks to. It counts for each once somebody else has accepted it.
 * @returns a view for each criterion
 * @throws Problem not-found, invalid, conflict (approved)
 */
export async function addEvidence(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  input: EvidenceInput,
  audit: (note: AuditNote) => void,
): Promise<readonly EvidenceView[]> {
  if (input.kind === "file")
    throw new Problem("invalid", "Send the file along.", [{ path: "file", message: "Choose a file." }]);
  const assessment = await openCriteria(db, actor, slug, input);
  const { criteria, ...piece } = input;
  const { organizationId, id: assessmentId } = assessment;
  const row = await db.evidence.create({
    data: {
      organizationId,
      assessmentId,
      ...evidenceColumns(input),
      addedBy: actor.userId,
      criteria: { create: criteria.map((said) => ({ ...said, addedBy: actor.userId })) },
    },
    include: { criteria: true },
  });
  await tellEvidence(db, assessmentId, row.id, criteria);
  audit({
    action: "evidence.add",
    object: `evidence/${row.id}`,
    facts: { assessment: assessmentId, criteria: criteria.map(({ criterion }) => criterion) },
    values: { ...piece, criteria },
  });
  return rowsOf(row).map(evidenceView);
}

/** The assessment, if the actor works on every criterion that is named. @throws Problem not-found, conflict (approved) */
async function openCriteria(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  { criteria }: EvidenceInput,
): Promise<Assessment> {
  const [first, ...rest] = criteria;
  const assessment = await openCriterion(db, actor, slug, first?.criterion ?? "");
  for (const { criterion } of rest) await openCriterion(db, actor, slug, criterion);
  return assessment;
}
