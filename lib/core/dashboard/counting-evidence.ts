import type { Model } from "../scoring/compile-model";
import { currentEvidence, evidenceByCriterion, hasExpired, type Values } from "../scoring/read-values";
import type { Claims, Evidence } from "../scoring/types";
import { slotsByCriterion } from "../scoring/what-if";

/** A piece of evidence, whatever number of criteria it speaks to. Days are YYYY-MM-DD. */
export type Piece = Readonly<{ date: string; expires?: string }>;

/** The evidence of each criterion that is in scope and of which something is claimed: of all others there is nothing to verify. */
export function evidenceOfClaims(
  model: Model,
  claims: Claims,
  { low }: Pick<Values, "low">,
): ReadonlyMap<string, readonly Evidence[]> {
  const slots = slotsByCriterion(model, low);
  const claimed = (id: string) => {
    const [slot] = slots[model.indexOfCriterion.get(id) ?? -1] ?? [];
    return slot !== undefined && (low[slot] ?? 0) > 0;
  };
  return new Map([...evidenceByCriterion(claims)].filter(([id]) => claimed(id)));
}

/**
 * What of a claimed criterion's evidence has a part in its verified value on a day, contradictions included.
 *
 * @param items evidence of one criterion
 */
export function countingOn(items: readonly Evidence[], day: string): readonly Evidence[] {
  return currentEvidence(items, day).filter((item) => !hasExpired(item, day));
}

/**
 * What supports a claimed criterion until a day and expires on it. What was replaced by then by a newer observation of its
 * source is missed by nobody.
 *
 * @param items evidence of one criterion
 */
export function expiringOn(items: readonly Evidence[], day: string): readonly Evidence[] {
  return currentEvidence(items, day).filter((item) => item.expires === day && hasExpired(item, day));
}

/** Each piece once, in the order of its first item. It expires where it supports. */
export function piecesOf(items: readonly Evidence[]): readonly Piece[] {
  const pieces = new Map<string | Evidence, Piece>();
  for (const item of items) {
    const key = item.id ?? item;
    const expires = item.verdict === "supports" ? item.expires : undefined;
    pieces.set(key, { date: item.date, expires: pieces.get(key)?.expires ?? expires });
  }
  return [...pieces.values()];
}
