import type { EvidenceView } from "../../core/walk/evidence-view";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import { findAssessment } from "../assessments/find-assessment";
import type { ScopedDb } from "../platform/database/client";
import { Problem } from "../platform/problem";
import { type EvidenceInput, evidenceColumns } from "./evidence-input";
import { evidenceView, PIECE, rowsOf } from "./evidence-rows";
import { evidenceKey, requireOpen } from "./find-evidence";
import type { PreparedFile } from "./prepare-file";
import { storeFile } from "./store-file";
import { tellEvidence } from "./tell-evidence";

type Audit = (note: AuditNote) => void;

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
  audit: Audit,
): Promise<readonly EvidenceView[]> {
  if (input.kind === "file") throw unfit("Choose a file.");
  return add(db, actor, slug, { said: input }, audit);
}

/**
 * The same with a file.
 * @throws Problem also invalid where the organization's quota is used up, unavailable where the store is
 */
export async function addFile(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  input: Readonly<{ said: EvidenceInput; file: PreparedFile }>,
  audit: Audit,
): Promise<readonly EvidenceView[]> {
  if (input.said.kind !== "file") throw unfit("Only evidence of the kind “file” has one.");
  return add(db, actor, slug, input, audit);
}

async function add(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  { said, file }: Readonly<{ said: EvidenceInput; file?: PreparedFile }>,
  audit: Audit,
): Promise<readonly EvidenceView[]> {
  const columns = evidenceColumns(said);
  await requireOpen(db, actor, slug, said.criteria);
  const { organizationId, id: assessmentId } = await findAssessment(db, actor, slug);
  const { id } = await db.evidence.create({
    data: {
      organizationId,
      assessmentId,
      ...columns,
      addedBy: actor.userId,
      criteria: { create: said.criteria.map((one) => ({ ...one, addedBy: actor.userId })) },
    },
  });
  if (file) await storeFile(db, { organizationId, evidenceId: id }, file);
  const row = await db.evidence.findUniqueOrThrow({ where: evidenceKey({ organizationId, id }), include: PIECE });
  await tellEvidence(db, assessmentId, id, said.criteria);
  audit({
    action: "evidence.add",
    object: `evidence/${id}`,
    facts: {
      assessment: assessmentId,
      criteria: said.criteria.map(({ criterion }) => criterion),
      ...(file ? { sha256: file.sha256, bytes: file.bytes.byteLength } : {}),
    },
    values: { ...said, ...(file ? { file: file.name } : {}) },
  });
  return rowsOf(row).map(evidenceView);
}

function unfit(message: string): Problem {
  return new Problem("invalid", message, [{ path: "file", message }]);
}
