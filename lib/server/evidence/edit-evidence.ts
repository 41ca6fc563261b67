import { SEEN_OF_PIECE } from "../../core/review/print";
import type { EvidenceView } from "../../core/walk/evidence-view";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";
import type { Evidence } from "../platform/database/generated/client";
import { Problem } from "../platform/problem";
import { type EvidenceInput, evidenceColumns, type Said } from "./evidence-input";
import { type EvidenceRow, evidenceView, PIECE, rowsOf } from "./evidence-rows";
import { evidenceKey, holdEvidence, requireOpen } from "./find-evidence";
import { tellEvidence } from "./tell-evidence";

const UNREVIEWED = { acceptedBy: null, acceptedAt: null, dismissedBy: null, dismissedReason: null };

/**
 * Changes what a piece of evidence says, and to which criteria it speaks. Where what was accepted or dismissed changes, it
 * is to be reviewed again, and who changed it counts as who added it: a reviewer's word holds for what they saw. Another
 * owner changes nothing that a reviewer saw.
 * @returns a view for each criterion that it speaks to now
 * @throws Problem not-found, invalid, forbidden (takes away what was reviewed), conflict (approved)
 */
export async function editEvidence(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  id: string,
  input: EvidenceInput,
  audit: (note: AuditNote) => void,
): Promise<readonly EvidenceView[]> {
  const { assessment, evidence, rows } = await holdEvidence(db, actor, slug, id);
  if ((evidence.kind === "file") !== (input.kind === "file")) {
    throw new Problem("invalid", "A file stays a file.", [{ path: "kind", message: "Add another piece for this." }]);
  }
  const columns = evidenceColumns(input);
  const changed = seen(columns) !== seen(evidence);
  const said = new Map(input.criteria.map((one) => [one.criterion, one]));
  const gone = rows.filter(({ criterion }) => !said.has(criterion));
  if (gone.some((row) => row.acceptedBy !== null || row.dismissedReason !== null)) {
    const message = "What was reviewed stays on record: a reviewer can dismiss it.";
    throw new Problem("forbidden", message, [{ path: "criteria", message }]);
  }
  const known = new Map(rows.map((row) => [row.criterion, row]));
  const touched = input.criteria.filter((one) => changed || !says(known.get(one.criterion), one));
  const only = touched.length + gone.length > 0 && !changed;
  await requireOpen(db, actor, slug, [...(only ? touched : input.criteria), ...gone]);
  const link = { organizationId: evidence.organizationId, evidenceId: id };
  const row = await db.evidence.update({
    where: evidenceKey(evidence),
    data: {
      ...columns,
      criteria: {
        deleteMany: gone.map(({ criterion }) => ({ criterion })),
        upsert: touched.map(({ criterion, verdict, coverage }) => {
          const data = { verdict, coverage: coverage ?? null, addedBy: actor.userId, ...UNREVIEWED };
          return {
            where: { organizationId_evidenceId_criterion: { ...link, criterion } },
            create: { criterion, ...data },
            update: data,
          };
        }),
      },
    },
    include: PIECE,
  });
  const { organizationId: _, ...before } = evidence;
  await tellEvidence(db, assessment.id, id, [...rows, ...touched]);
  audit({
    action: "evidence.edit",
    object: `evidence/${id}`,
    facts: { assessment: assessment.id, criteria: input.criteria.map(({ criterion }) => criterion) },
    values: { before: { ...before, criteria: rows.map(saidIn) }, after: input },
  });
  return rowsOf(row).map(evidenceView);
}

/** What a reviewer saw of the piece itself. */
function seen(piece: Omit<Evidence, "addedBy" | "addedAt" | "id" | "organizationId" | "assessmentId">): string {
  return JSON.stringify(SEEN_OF_PIECE.map((field) => piece[field]));
}

function saidIn({ criterion, verdict, coverage }: EvidenceRow) {
  return { criterion, verdict, coverage };
}

function says(row: EvidenceRow | undefined, { verdict, coverage }: Said): boolean {
  return row?.verdict === verdict && (row.coverage ?? undefined) === coverage;
}
