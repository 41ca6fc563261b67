import type { Model } from "./compile-model";
import { evaluate } from "./evaluate";
import { levelGradient } from "./level-gradient";
import { criterionValue, evidenceByCriterion, isAnswered, type Measure, readValues } from "./read-values";
import type { Answer, Claims, Evidence } from "./types";

/** An assessment at one date, by the content that held then. */
export type State = Readonly<{ model: Model; claims: Claims }>;

/**
 * Why a level changed. `scope`: topics or criteria came into or went out of scope, or became applicable or not.
 * `content`: another questionnaire version. `known`: an unknown was answered (or an answer withdrawn). `real`: an answer changed
 * because the organization did. `evidence`: gained, expired, or contradicting. `corrected`: an answer had been wrong.
 */
export type Cause = "scope" | "content" | "known" | "real" | "evidence" | "corrected";

/**
 * The part of one criterion in the change of the overall level. `cause` is that of its answer; `corrected` is what of `answer` put an
 * earlier mistake right.
 */
export type CriterionChange = Readonly<{
  criterion: string;
  cause: Cause;
  answer: number;
  corrected: number;
  evidence: number;
}>;

export type Change = Readonly<{
  from: number;
  to: number;
  /** They add up to `to` − `from`. */
  causes: Readonly<Record<Cause, number>>;
  /** Criteria with a part, the largest first; scope and content are not among them. */
  criteria: readonly CriterionChange[];
}>;

/** Gauss–Legendre on [0, 1] with three points: exact up to degree 5, so for models of up to 7 stages. */
const GAUSS: readonly (readonly [at: number, weight: number])[] = [
  [0.5 - Math.sqrt(0.15), 5 / 18],
  [0.5, 8 / 18],
  [0.5 + Math.sqrt(0.15), 5 / 18],
];

/**
 * Splits the change of the overall level between two states by cause. Scope and content come first, as one bar each; what is
 * left is shared out by Aumann–Shapley along the straight line between the two value vectors. A criterion that comes into
 * scope, or is new in the content, enters with its earlier answer if it had one, else as unknown. Where answer
 * and evidence of a criterion both changed, its part is split by the mean of the two orders in which they can have changed.
 * Where the earlier answer had been wrong, the way from it to what it should have been is a correction, and the rest real change.
 *
 * @param measure the level to explain
 * @param corrected what the earlier answer should have been, by criterion; of criteria answered at both ends it tells what was corrected
 * @returns null when one of the states has no score
 */
export function explainChange(
  before: State,
  after: State,
  { measure, corrected = new Map() }: { measure: Exclude<Measure, "high">; corrected?: ReadonlyMap<string, Answer> },
): Change | null {
  const { model } = after;
  if (!hasScore(before) || !hasScore(after)) return null;
  const start = startingClaims(before, after, measure);
  const values = { start: readValues(model, start)[measure], end: readValues(model, after.claims)[measure] };
  const from = evaluate(before.model, readValues(before.model, before.claims)[measure]).level;
  const to = evaluate(model, values.end).level;
  const rescoped = evaluate(before.model, readValues(before.model, start)[measure]).level;
  const afterScope = rescoped === 0 ? from : rescoped; // nothing of the old content is left: all of it is content
  const causes = { scope: afterScope - from, content: evaluate(model, values.start).level - afterScope, ...NO_PARTS };

  const slopes = slopesByCriterion(model, values.start, values.end);
  const split = splitter(start, after.claims, measure);
  const criteria: CriterionChange[] = [];
  model.criteria.forEach((criterion, index) => {
    const slope = slopes[index] ?? 0;
    const kind = causeOf(start.answers.get(criterion), after.claims.answers.get(criterion));
    const delta = split(criterion, kind === "real" ? corrected.get(criterion) : undefined);
    if (slope === 0 || (delta.answer === 0 && delta.corrected === 0 && delta.evidence === 0)) return;
    const cause = delta.corrected !== 0 && delta.corrected === delta.answer ? "corrected" : kind;
    const [answer, byCorrection] = [slope * delta.answer, slope * delta.corrected];
    const part: CriterionChange = {
      criterion,
      cause,
      answer,
      corrected: byCorrection,
      evidence: slope * delta.evidence,
    };
    causes.corrected += byCorrection;
    causes[kind] += answer - byCorrection;
    causes.evidence += part.evidence;
    criteria.push(part);
  });
  criteria.sort((a, b) => Math.abs(b.answer) + Math.abs(b.evidence) - Math.abs(a.answer) - Math.abs(a.evidence));
  return { from, to, causes, criteria };
}

function hasScore({ model, claims }: State): boolean {
  return evaluate(model, readValues(model, claims).low).level !== 0;
}

const NO_PARTS = { known: 0, real: 0, evidence: 0, corrected: 0 };

/** The earlier answers under the later scope: what is left out later is left out, what no longer is has its old value or is unknown. */
function startingClaims(before: State, after: State, measure: Measure): Claims {
  const leftOut = (answer: Answer | undefined) =>
    answer?.status === "not-applicable" && (measure !== "verified" || answer.accepted);
  const answers = new Map<string, Answer>();
  for (const id of new Set([...before.model.criteria, ...after.model.criteria])) {
    const earlier = before.model.indexOfCriterion.has(id) ? before.claims.answers.get(id) : undefined;
    const later = after.claims.answers.get(id);
    const known = after.model.indexOfCriterion.has(id);
    if (known && later && leftOut(later)) answers.set(id, later);
    else if (earlier && !(known && leftOut(earlier))) answers.set(id, earlier);
  }
  return { answers, evidence: before.claims.evidence, profile: after.claims.profile, asOf: before.claims.asOf };
}

/** ∫ ∂level/∂value along the straight line, summed over the places of each criterion. */
function slopesByCriterion(model: Model, start: Float64Array, end: Float64Array): Float64Array {
  const slopes = new Float64Array(model.criteria.length);
  for (const [at, weight] of GAUSS) {
    const values = start.map((value, slot) => value + at * ((end[slot] ?? value) - value));
    levelGradient(model, values).forEach((slope, slot) => {
      const criterion = model.slots.criterion[slot] ?? 0;
      slopes[criterion] = (slopes[criterion] ?? 0) + weight * slope;
    });
  }
  return slopes;
}

/** How far a criterion's value moves by its answer, of it by the correction of the earlier one, and by its evidence. */
function splitter(start: Claims, end: Claims, measure: Measure) {
  const oldEvidence = evidenceByCriterion(start);
  const newEvidence = evidenceByCriterion(end);
  return (criterion: string, corrected: Answer | undefined) => {
    const before = start.answers.get(criterion);
    const after = end.answers.get(criterion);
    const value = (answer: Answer | undefined, { items, asOf }: { items: readonly Evidence[]; asOf: string }) =>
      criterionValue(answer, items, asOf)[measure];
    const old = { items: oldEvidence.get(criterion) ?? [], asOf: start.asOf };
    const now = { items: newEvidence.get(criterion) ?? [], asOf: end.asOf };
    const whole = value(after, now) - value(before, old);
    const wayTo = (answer: Answer | undefined) =>
      (value(answer, old) - value(before, old) + (value(answer, now) - value(before, now))) / 2;
    const byAnswer = wayTo(after);
    return { answer: byAnswer, corrected: corrected ? wayTo(corrected) : 0, evidence: whole - byAnswer };
  };
}

function causeOf(start: Answer | undefined, end: Answer | undefined): "scope" | "known" | "real" {
  if (start?.status === "not-applicable" || end?.status === "not-applicable") return "scope";
  if (!isAnswered(start) || !isAnswered(end)) return "known";
  return "real";
}
