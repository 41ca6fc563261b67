import type { Model } from "../scoring/compile-model";
import { scoreAssessment } from "../scoring/score";
import type { Claims } from "../scoring/types";
import { formatDay, formatGain, formatLevel } from "../words/format";

/** The verified overall level as it will be on a day, with answers and evidence as they are; null without a score. */
export function verifiedOn(model: Model, claims: Claims, day: string): number | null {
  return scoreAssessment(model, { ...claims, asOf: day }).overall?.verified ?? null;
}

/**
 * What becomes of the verified level by a day: "On 10 Dec 2026 verified is 1.77 instead of 1.84 (−0.07), with all that expires
 * until then." It can rise: where a measurement that shows less than the claim expires, what else supports it counts alone.
 */
export function outlookWords(day: string, now: number, then: number): string {
  const change = formatGain(then - now);
  if (change === "0.00") return `On ${formatDay(day)} verified stays at ${formatLevel(now)}.`;
  const words = `On ${formatDay(day)} verified is ${formatLevel(then)} instead of ${formatLevel(now)} (${change}), with all that expires until then.`;
  return then > now ? `${words} ${RISE_WORDS}` : words;
}

/** Why the end of evidence can raise the verified level. */
export const RISE_WORDS = "It rises where a measurement below the claim expires and other evidence still supports it.";
