import type { Model } from "./compile-model";
import type { Answer, Claims, Evidence } from "./types";

/** Stands for a criterion that doesn't count: not applicable, or out of scope. */
export const LEFT_OUT = -1;

/** Value of each slot of a model in [0, 1], or `LEFT_OUT`, three times. */
export type Values = Readonly<{
  low: Float64Array;
  high: Float64Array;
  verified: Float64Array;
  /** By criterion, 0 or 1: answered with anything but unknown, and in scope; in scope. */
  answered: Uint8Array;
  inScope: Uint8Array;
}>;

/** Which of the three scores. */
export type Measure = "low" | "high" | "verified";

type CriterionValue = Readonly<{ low: number; high: number; verified: number }>;

const NOTHING_KNOWN: CriterionValue = { low: 0, high: 1, verified: 0 };
const CLAIMED_ONLY: CriterionValue = { low: 1, high: 1, verified: 0 };
const NOT_MET: CriterionValue = { low: 0, high: 0, verified: 0 };
const NOT_APPLICABLE: CriterionValue = { low: LEFT_OUT, high: LEFT_OUT, verified: LEFT_OUT };
const NOT_YET_ACCEPTED: CriterionValue = { low: LEFT_OUT, high: LEFT_OUT, verified: 0 };
const NO_EVIDENCE: readonly Evidence[] = [];

/**
 * Turns answers and evidence into the values that scoring works on. Answers and evidence to criteria that the model
 * doesn't have are ignored.
 */
export function readValues(model: Model, claims: Claims): Values {
  const count = model.slots.criterion.length;
  const values = {
    low: new Float64Array(count),
    high: new Float64Array(count),
    verified: new Float64Array(count),
    answered: new Uint8Array(model.criteria.length),
    inScope: new Uint8Array(model.criteria.length),
  };
  // Answers and evidence are walked in their own order and found in the model's index, which stays in the cache from one
  // assessment to the next: with thousands of criteria, look-ups in each assessment's own map are what scoring costs.
  const byCriterion: (CriterionValue | undefined)[] = new Array(model.criteria.length).fill(undefined);
  const known = new Uint8Array(model.criteria.length);
  const evidence = evidenceByIndex(model, claims.evidence);
  for (const [id, answer] of claims.answers) {
    const index = model.indexOfCriterion.get(id);
    if (index === undefined) continue;
    if (isAnswered(answer)) known[index] = 1;
    byCriterion[index] = criterionValue(answer, evidence[index] ?? NO_EVIDENCE, claims.asOf);
  }
  for (let slot = 0; slot < count; slot++) {
    const index = model.slots.criterion[slot] ?? 0;
    const value = byCriterion[index] ?? NOTHING_KNOWN;
    const conditions = model.slots.conditions[slot];
    const inScope =
      conditions === undefined || conditions.length === 0 || conditions.every((fact) => claims.profile[fact] !== false);
    values.low[slot] = inScope ? value.low : LEFT_OUT;
    values.high[slot] = inScope ? value.high : LEFT_OUT;
    values.verified[slot] = inScope ? value.verified : LEFT_OUT;
    if (!inScope) continue;
    values.inScope[index] = 1;
    values.answered[index] = known[index] ?? 0;
  }
  return values;
}

function evidenceByIndex(model: Model, evidence: readonly Evidence[]): readonly (readonly Evidence[] | undefined)[] {
  const groups: Evidence[][] = new Array(model.criteria.length).fill(undefined);
  for (const item of evidence) {
    const index = model.indexOfCriterion.get(item.criterion);
    if (index === undefined) continue;
    const group = groups[index];
    if (group) group.push(item);
    else groups[index] = [item];
  }
  return groups;
}

/** Whether an answer says anything: neither missing nor unknown. */
export function isAnswered(answer: Answer | undefined): boolean {
  return answer !== undefined && answer.status !== "unknown";
}

/**
 * The value of one criterion, three times: in [0, 1], or `LEFT_OUT`.
 *
 * @param evidence of this criterion alone
 * @param asOf calendar day on which evidence is judged
 */
export function criterionValue(
  answer: Answer | undefined,
  evidence: readonly Evidence[],
  asOf: string,
): CriterionValue {
  switch (answer?.status) {
    case "met":
      return evidence.length === 0 ? CLAIMED_ONLY : { low: 1, high: 1, verified: verify(1, evidence, asOf) };
    case "partly":
      return { low: answer.coverage, high: answer.coverage, verified: verify(answer.coverage, evidence, asOf) };
    case "not-met":
      return NOT_MET;
    case "not-applicable":
      return answer.accepted ? NOT_APPLICABLE : NOT_YET_ACCEPTED;
    default:
      return NOTHING_KNOWN;
  }
}

/** What evidence leaves of a claim, in [0, claim]. */
function verify(claim: number, evidence: readonly Evidence[], asOf: string): number {
  let value = claim;
  let held = false;
  for (const item of currentEvidence(evidence, asOf)) {
    if (hasExpired(item, asOf)) continue;
    if (item.coverage !== undefined) value = Math.min(value, item.coverage);
    else if (item.verdict === "contradicts") return 0;
    held = true;
  }
  return held ? value : 0;
}

/** Whether it no longer supports on a day. A contradiction doesn't expire. */
export function hasExpired({ verdict, expires }: Evidence, day: string): boolean {
  return verdict === "supports" && expires !== undefined && expires <= day;
}

/**
 * The evidence of one criterion that speaks on a day: accepted, not dismissed, dated on or before the day, and of one
 * source only the newest observation. Several of a source with the same newest date are one observation and are all
 * kept, so that the least favourable decides and their order doesn't matter. Evidence without a source stands alone. A newest
 * observation that has expired still replaces the older ones of its source: it was the last word.
 */
export function currentEvidence(evidence: readonly Evidence[], asOf: string): readonly Evidence[] {
  const counted = evidence.filter((item) => item.accepted && item.dismissed !== true && item.date <= asOf);
  if (counted.length < 2) return counted;
  const newest = new Map<string, string>();
  for (const { source, date } of counted) {
    if (source === undefined) continue;
    const known = newest.get(source);
    if (known === undefined || known < date) newest.set(source, date);
  }
  return counted.filter((item) => item.source === undefined || newest.get(item.source) === item.date);
}

/** The evidence of each criterion that has some. */
export function evidenceByCriterion(claims: Claims): ReadonlyMap<string, readonly Evidence[]> {
  const groups = new Map<string, Evidence[]>();
  for (const item of claims.evidence) {
    const group = groups.get(item.criterion);
    if (group) group.push(item);
    else groups.set(item.criterion, [item]);
  }
  return groups;
}
