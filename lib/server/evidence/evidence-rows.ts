import { EVIDENCE_KINDS, EVIDENCE_METHODS } from "../../core/evidence/kinds";
import type { Evidence as Said } from "../../core/scoring/types";
import type { EvidenceFileView, EvidenceView } from "../../core/walk/evidence-view";
import { isoDay } from "../platform/clock";
import type { ScopedDb } from "../platform/database/client";
import type { Evidence, EvidenceCriterion, EvidenceFile } from "../platform/database/generated/client";

/**
 * What a piece of evidence says of one criterion, with the piece: a row for each criterion that it speaks to. `id` is the
 * piece's; `addedBy` who said that it speaks to this criterion.
 */
export type EvidenceRow = Omit<Evidence, "addedBy"> &
  Omit<EvidenceCriterion, "evidenceId"> &
  Readonly<{ file: EvidenceFile | null }>;

type Piece = Evidence & Readonly<{ criteria: readonly EvidenceCriterion[]; file: EvidenceFile | null }>;

/** What is read with a piece; never the bytes of its file. */
export const PIECE = { criteria: { orderBy: { criterion: "asc" } }, file: true } as const;

/** What stands of each criterion in one assessment, the oldest piece first. */
export async function readEvidenceRows(
  db: ScopedDb,
  where: Readonly<{ organizationId: string; assessmentId: string }>,
): Promise<readonly EvidenceRow[]> {
  const pieces = await db.evidence.findMany({
    where,
    include: PIECE,
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
    id: row.id,
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
    addedOn: isoDay(row.addedAt),
    kind: oneOf(EVIDENCE_KINDS, row.kind) ?? "attestation",
    ...(row.link ? { link: row.link } : {}),
    ...(row.owner ? { owner: row.owner } : {}),
    ...(row.method ? { method: oneOf(EVIDENCE_METHODS, row.method) } : {}),
    ...(row.sampled === null ? {} : { sampled: row.sampled }),
    ...(row.population === null ? {} : { population: row.population }),
    ...(row.sampledFrom ? { sampledFrom: row.sampledFrom } : {}),
    ...(row.file ? { file: fileView(row.file) } : {}),
    ...(row.acceptedBy ? { acceptedBy: row.acceptedBy } : {}),
    ...(row.dismissedBy ? { dismissedBy: row.dismissedBy } : {}),
    ...(row.dismissedReason ? { dismissedReason: row.dismissedReason } : {}),
  };
}

function fileView({ name, mediaType, size, sha256 }: EvidenceFile): EvidenceFileView {
  return { name, mediaType, size, sha256 };
}

function oneOf<T extends string>(known: readonly T[], value: string): T | undefined {
  return known.find((one) => one === value);
}
