import type { ModelTopic, ModelTree } from "../../lib/core/scoring/compile-model";
import type { Answer, Claims, Evidence } from "../../lib/core/scoring/types";

/** Criteria of one stage by id, with their weights. */
type Criteria = Readonly<Record<string, number>>;
type SmallTopic = Readonly<{
  weight?: number;
  gate?: boolean;
  condition?: string;
  criteria: Readonly<Record<string, Criteria>>;
}>;
export type SmallModel = Readonly<{
  stages?: readonly string[];
  threshold?: number;
  pillars: Readonly<Record<string, Readonly<{ weight?: number; topics: Readonly<Record<string, SmallTopic>> }>>>;
}>;

/** A share between 0 and 1, a status, or not applicable as accepted (`na`) or not (`na?`). */
export type SmallAnswer = number | "met" | "not-met" | "unknown" | "na" | "na?";

/** A model tree from a short notation; stages traditional, advanced, optimal and threshold 0.8 unless given. */
export function smallTree({
  stages = ["traditional", "advanced", "optimal"],
  threshold = 0.8,
  pillars,
}: SmallModel): ModelTree {
  const topicOf = ([id, topic]: [string, SmallTopic]): ModelTopic => ({
    id,
    weight: topic.weight ?? 1,
    gate: topic.gate ?? false,
    condition: topic.condition,
    criteria: Object.entries(topic.criteria).flatMap(([stage, criteria]) =>
      Object.entries(criteria).map(([criterion, weight]) => ({ id: criterion, stage, weight })),
    ),
  });
  return {
    threshold,
    stages: stages.map((id) => ({ id })),
    pillars: Object.entries(pillars).map(([id, { weight = 1, topics }]) => ({
      id,
      weight,
      topics: Object.entries(topics).map(topicOf),
    })),
  };
}

/** Claims from a short notation, judged on 2026-06-15 unless told otherwise. */
export function smallClaims(
  answers: Readonly<Record<string, SmallAnswer>>,
  { evidence = [], profile = {}, asOf = "2026-06-15" }: Partial<Omit<Claims, "answers">> = {},
): Claims {
  return {
    answers: new Map(Object.entries(answers).map(([id, answer]) => [id, answerOf(answer)])),
    evidence,
    profile,
    asOf,
  };
}

/** Evidence that counts unless a part says otherwise: accepted, supporting, dated 2026-05-01. */
export function smallEvidence(criterion: string, parts: Partial<Evidence> = {}): Evidence {
  return { criterion, title: "export", date: "2026-05-01", verdict: "supports", accepted: true, ...parts };
}

function answerOf(answer: SmallAnswer): Answer {
  if (typeof answer === "number") return { status: "partly", coverage: answer };
  if (answer === "na" || answer === "na?")
    return { status: "not-applicable", reason: "no such thing", accepted: answer === "na" };
  return { status: answer };
}
