import type { Evidence as Said } from "../../core/scoring/types";
import type { EvidenceView } from "../../core/walk/evidence-view";
import { isoDay } from "../platform/clock";
import type { ScopedDb } from "../platform/database/client";
import type { Evidence, EvidenceCriterion } from "../platform/database/generated/client";

/**
 * What a piece of evidence says of one criterion, with the piece: a row for each criterion that it speaks to. `id` is the
 * piece's; `addedBy` who said that it speaks to this criterion.
 */
export type EvidenceRow = Omit<Evidence, "addedBy"> & Omit<EvidenceCriterion, "evidenceId">;

type Piece = Evidence & Readonly<{ criteria: readonly EvidenceCriterion[] }>;

/** What stands of each criterion in one assessment, the oldest piece first. */
export async function readEvidenceRows(
  db: ScopedDb,
  where: Readonly<{ organizationId: string; assessmentId: string }>,
): Promise<readonly EvidenceRow[]> {
  const pieces = await db.evidence.findMany({
    where,
    include: { criteria: { orderBy: { criterion: "asc" } } },
    orderBy: [{ addedAt: "asc" }, { id: "asc" }],
  });
  return pieces.flatMap(rowsOf);
}

/** The rows of one piece. */
export function rowsOf({ criteria, ...piece }: Piece): readonly EvidenceRow[] {
  return criteria.map(({ evidenceId: _, ...link }) => ({ ...piece, ...link }));
}

/** What a row says, as scoring reads it. */
export function evidenceOf(row: EvidenceRow): Said {
  return {
    criterion: row.criterion,
    title: row.title,
    date: isoDay(row.date),
    ...(row.expires ? { expires: isoDay(row.expires) } : {}),
    ...(row.source ? { source: row.source } : {}),
    verdict: row.verdict === "contradicts" ? "contradicts" : "supports",
    ...(row.coverage !== null ? { coverage: row.coverage } : {}),
    accepted: row.acceptedBy !== null,
    dismissed: row.dismissedReason !== null,
  };
}

/** A row as clients get it. */
export function evidenceView(row: EvidenceRow): EvidenceView {
  return {
    ...evidenceOf(row),
    id: row.id,
    addedBy: row.addedBy,
    ...(row.link ? { link: row.link } : {}),
    ...(row.acceptedBy ? { acceptedBy: row.acceptedBy } : {}),
    ...(row.dismissedBy ? { dismissedBy: row.dismissedBy } : {}),
    ...(row.dismissedReason ? { dismissedReason: row.dismissedReason } : {}),
  };
}
