import { dayNumber } from "../charts/time-scale";
import type { Evidence } from "../scoring/types";

/** A piece that is about to expire: in how many days, and the criteria that lose it. */
export type ExpiringPiece<E> = Readonly<{ piece: E; expires: string; days: number; criteria: readonly string[] }>;

/**
 * The pieces of evidence that count and expire within some days, the nearest first: accepted, not dismissed, supporting. A
 * contradiction doesn't expire.
 *
 * @param evidence one item for each criterion that a piece speaks to, `id` the piece's
 * @param asOf calendar day YYYY-MM-DD
 * @param within days after it, the last included
 */
export function expiringEvidence<E extends Evidence & Readonly<{ id: string }>>(
  evidence: readonly E[],
  asOf: string,
  within: number,
): readonly ExpiringPiece<E>[] {
  const pieces = new Map<string, { piece: E; expires: string; days: number; criteria: string[] }>();
  for (const item of evidence) {
    const { id, expires, accepted, dismissed, verdict, criterion } = item;
    if (expires === undefined || !accepted || dismissed === true || verdict !== "supports") continue;
    const days = dayNumber(expires) - dayNumber(asOf);
    if (days <= 0 || days > within) continue;
    const known = pieces.get(id);
    if (known) known.criteria.push(criterion);
    else pieces.set(id, { piece: item, expires, days, criteria: [criterion] });
  }
  return [...pieces.values()].sort(
    (a, b) =>
      a.days - b.days || a.piece.title.localeCompare(b.piece.title, "en") || a.piece.id.localeCompare(b.piece.id),
  );
}
