import type { PickableTopic } from "../scoring/pick-stage";
import type { Answer } from "../scoring/types";

/** Answers that a stage pick kept and that a second press would replace. */
export type Replacement = Readonly<{
  changes: readonly Readonly<{ criterion: string; answer: Answer }>[];
  to: "met" | "not-met";
}>;

/**
 * What replacing answers by a picked stage would change: up to the stage all becomes met; picking the first makes the
 * lowest stage that has criteria not met. "Not applicable" stays: it has a reason.
 */
export function replaceAnswers(
  topic: PickableTopic,
  stages: readonly Readonly<{ id: string }>[],
  answers: ReadonlyMap<string, Answer>,
  stage: string,
): Replacement {
  const numberOf = (id: string) => stages.findIndex((candidate) => candidate.id === id);
  const chosen = numberOf(stage);
  const to = chosen === 0 ? "not-met" : "met";
  const upTo = chosen === 0 ? Math.min(...topic.criteria.map((criterion) => numberOf(criterion.stage))) : chosen;
  const changes = topic.criteria.flatMap((criterion) => {
    const status = answers.get(criterion.id)?.status;
    const stays = status === undefined || status === to || status === "not-applicable";
    return stays || numberOf(criterion.stage) > upTo
      ? []
      : [{ criterion: criterion.id, answer: { status: to } as const }];
  });
  return { changes, to };
}
