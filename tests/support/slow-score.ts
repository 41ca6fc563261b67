import type { ModelTopic, ModelTree } from "../../lib/core/scoring/compile-model";
import type { Claims, Evidence } from "../../lib/core/scoring/types";

/**
 * The scoring of the product definition once more, written from its sentences and sharing no code with
 * `lib/core/scoring`: slow, plain, recursive. Tests compare the two.
 */
export type SlowScore = { level: number; stage: number };
export type SlowResult = {
  overall: SlowScore | null;
  pillars: Map<string, SlowScore>;
  topics: Map<string, SlowScore>;
};

type Measure = "low" | "high" | "verified";

export function slowScore(tree: ModelTree, claims: Claims, measure: Measure): SlowResult {
  const topics = new Map<string, SlowScore>();
  const pillars = new Map<string, SlowScore>();
  const numberOf = (stage: string) => tree.stages.findIndex(({ id }) => id === stage) + 1;
  const n = tree.stages.length;

  for (const pillar of tree.pillars) {
    const left: { topic: ModelTopic; score: SlowScore }[] = [];
    for (const topic of pillar.topics) {
      const score = slowTopic(tree, topic, claims, measure);
      if (score === undefined) continue;
      topics.set(topic.id, score);
      left.push({ topic, score });
    }
    if (left.length === 0) continue;
    const level = weightedMean(left.map(({ topic, score }) => [topic.weight, score.level]));
    const verdict = (j: number): boolean => {
      const counting = left.filter(({ topic }) => topic.criteria.some((criterion) => numberOf(criterion.stage) <= j));
      if (counting.length === 0) return verdict(j + 1);
      const gatesHold = counting.every(({ topic, score }) => !topic.gate || score.stage >= j);
      const share = weightedMean(counting.map(({ topic, score }) => [topic.weight, score.stage >= j ? 1 : 0]));
      return gatesHold && share >= tree.threshold - 1e-9;
    };
    let stage = 1;
    for (let k = 2; k <= n; k++) if (range(2, k).every(verdict)) stage = k;
    pillars.set(pillar.id, { level, stage });
  }
  const counted = tree.pillars
    .filter(({ id }) => pillars.has(id))
    .map(({ id, weight }) => ({ weight, ...(pillars.get(id) ?? { level: Number.NaN, stage: Number.NaN }) }));
  const overall =
    counted.length === 0
      ? null
      : {
          level: weightedMean(counted.map(({ weight, level }) => [weight, level])),
          stage: Math.min(...counted.map(({ stage }) => stage)),
        };
  return { overall, pillars, topics };
}

function slowTopic(tree: ModelTree, topic: ModelTopic, claims: Claims, measure: Measure): SlowScore | undefined {
  const n = tree.stages.length;
  const applicable = topic.criteria
    .filter(() => topic.condition === undefined || claims.profile[topic.condition] !== false)
    .filter((criterion) => criterion.condition === undefined || claims.profile[criterion.condition] !== false)
    .map((criterion) => ({ ...criterion, a: slowValue(criterion.id, claims, measure) }))
    .filter((criterion): criterion is typeof criterion & { a: number } => criterion.a !== undefined);
  if (applicable.length === 0) return undefined;
  const meanOf = (k: number): number => {
    if (k > n) return 1;
    const here = applicable.filter((criterion) => criterion.stage === tree.stages[k - 1]?.id);
    return here.length > 0 ? weightedMean(here.map(({ weight, a }) => [weight, a])) : meanOf(k + 1);
  };
  const level = 1 + range(2, n).reduce((sum, k) => sum + range(2, k).reduce((product, j) => product * meanOf(j), 1), 0);
  let stage = 1;
  for (let k = 2; k <= n; k++) if (range(2, k).every((j) => meanOf(j) >= tree.threshold - 1e-9)) stage = k;
  return { level, stage };
}

function slowValue(id: string, claims: Claims, measure: Measure): number | undefined {
  const answer = claims.answers.get(id) ?? { status: "unknown" };
  if (answer.status === "not-applicable") return measure === "verified" && !answer.accepted ? 0 : undefined;
  if (answer.status === "unknown") return measure === "high" ? 1 : 0;
  if (answer.status === "not-met") return 0;
  const claim = answer.status === "met" ? 1 : answer.coverage;
  if (measure !== "verified") return claim;

  const accepted = claims.evidence.filter(
    (e) => e.criterion === id && e.accepted && !e.dismissed && e.date <= claims.asOf,
  );
  const replaced = (e: Evidence) =>
    accepted.some((other) => e.source !== undefined && other.source === e.source && other.date > e.date);
  const current = accepted
    .filter((e) => !replaced(e))
    .filter((e) => e.verdict === "contradicts" || e.expires === undefined || claims.asOf < e.expires);
  if (current.some((e) => e.verdict === "contradicts" && e.coverage === undefined)) return 0;
  if (current.length === 0) return 0;
  return Math.min(claim, ...current.flatMap((e) => (e.coverage === undefined ? [] : [e.coverage])));
}

function weightedMean(pairs: readonly (readonly [weight: number, value: number])[]): number {
  const total = pairs.reduce((sum, [weight]) => sum + weight, 0);
  return pairs.reduce((sum, [weight, value]) => sum + (weight / total) * value, 0);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}
