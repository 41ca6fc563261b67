import { dayNumber, dayOf } from "../charts/time-scale";
import { RISE_WORDS } from "../evidence/verified-on";
import type { Model } from "../scoring/compile-model";
import { evaluate } from "../scoring/evaluate";
import { criterionValue, type Values } from "../scoring/read-values";
import type { Claims, Evidence } from "../scoring/types";
import { slotsByCriterion } from "../scoring/what-if";
import { formatDay, formatDayShort, formatGain, formatLevel, formatNumberOf } from "../words/format";
import { evidenceOfClaims, expiringOn, piecesOf } from "./counting-evidence";

/** A day on which evidence expires: how many pieces, and the verified overall level from then on. */
export type VerifiedDrop = Readonly<{ day: string; pieces: number; level: number }>;

/** What becomes of the verified level by itself. */
export type VerifiedAhead = Readonly<{ until: string; drops: readonly VerifiedDrop[]; sentence: string }>;

const AHEAD_DAYS = 90;

/**
 * The verified overall level on each day of the next 90 on which evidence expires, with answers as they are.
 *
 * @param drops as `verifiedDrops` gives them, for 90 days or more
 * @param verified overall, now
 */
export function verifiedAhead(drops: readonly VerifiedDrop[], asOf: string, verified: number): VerifiedAhead {
  const until = dayOf(dayNumber(asOf) + AHEAD_DAYS);
  const near = drops.filter(({ day }) => day <= until);
  return { until, drops: near, sentence: aheadWords(near, verified, until) };
}

/** The verified overall level on each day after the as-of day up to `until` on which evidence expires, with answers as they are. */
export function verifiedDrops(model: Model, claims: Claims, values: Values, until: string): readonly VerifiedDrop[] {
  const evidence = evidenceOfClaims(model, claims, values);
  const criteriaOn = new Map<string, Set<string>>();
  for (const [id, items] of evidence) {
    for (const day of items.flatMap(({ date, expires }) => [date, expires])) {
      if (day === undefined || day <= claims.asOf || day > until) continue;
      criteriaOn.set(day, (criteriaOn.get(day) ?? new Set()).add(id));
    }
  }
  const bySlots = slotsByCriterion(model, values.low);
  const later = Float64Array.from(values.verified);
  const drops: VerifiedDrop[] = [];
  for (const [day, criteria] of [...criteriaOn].sort(([a], [b]) => a.localeCompare(b, "en"))) {
    const expiring: Evidence[] = [];
    for (const id of criteria) {
      const items = evidence.get(id) ?? [];
      expiring.push(...expiringOn(items, day));
      const value = criterionValue(claims.answers.get(id), items, day).verified;
      for (const slot of bySlots[model.indexOfCriterion.get(id) ?? -1] ?? []) later[slot] = value;
    }
    const pieces = piecesOf(expiring).length;
    if (pieces > 0) drops.push({ day, pieces, level: evaluate(model, later).level });
  }
  return drops;
}

/** "3 pieces of evidence expire by 24 Feb 2027, the first on 12 Dec: verified falls to 1.66 (−0.04)." */
function aheadWords(drops: readonly VerifiedDrop[], verified: number, until: string): string {
  const first = drops[0];
  const last = drops.at(-1);
  if (!first || !last) return `No evidence expires by ${formatDay(until)}.`;
  const pieces = drops.reduce((sum, drop) => sum + drop.pieces, 0);
  const change = formatGain(last.level - verified);
  const effect =
    change === "0.00" ? "the verified level stays" : `verified goes to ${formatLevel(last.level)} (${change})`;
  const expire = `${formatNumberOf(pieces, "piece")} of evidence ${pieces === 1 ? "expires" : "expire"}`;
  const when =
    drops.length === 1
      ? `on ${formatDay(first.day)}`
      : `by ${formatDay(until)}, the first on ${formatDayShort(first.day)}`;
  const levels = [verified, ...drops.map(({ level }) => level)];
  const rises = levels.some((level, index) => formatGain(level - (levels[index - 1] ?? level)).startsWith("+"));
  return `${expire} ${when}: ${effect}.${rises ? ` ${RISE_WORDS}` : ""}`;
}
