import type { Answer, AnswerStatus } from "../scoring/types";

/** Two answers to one criterion; null where one said nothing. */
export type Pair = Readonly<{ criterion: string; first: Answer | null; second: Answer | null }>;

/** How far two people agree. Criteria that neither answered are left out. */
export type Agreement = Readonly<{
  /** Criteria that at least one answered. */
  judged: number;
  /** Of them with the same status. */
  agreed: number;
  /** Cohen's kappa over the five statuses and "nothing said": 1 is full agreement, 0 what chance would give; null where it isn't defined. */
  kappa: number | null;
}>;

type Category = AnswerStatus | "none";

/**
 * Cohen's kappa, unweighted: (po − pe) ÷ (1 − pe), where po is the share that agrees and pe the share that would agree by
 * chance from how often each says what. Source: J. Cohen, A coefficient of agreement for nominal scales, 1960. It isn't
 * defined where both always say the same one thing (pe = 1), nor for nothing.
 */
export function agreementOf(pairs: readonly Pair[]): Agreement {
  const judged = pairs.filter(({ first, second }) => first !== null || second !== null);
  const agreed = judged.filter(({ first, second }) => category(first) === category(second)).length;
  const ofFirst = tally(judged.map(({ first }) => category(first)));
  const ofSecond = tally(judged.map(({ second }) => category(second)));
  const total = judged.length;
  let byChance = 0;
  for (const [what, count] of ofFirst) byChance += count * (ofSecond.get(what) ?? 0);
  const chance = byChance / total ** 2;
  const kappa = total === 0 || byChance === total ** 2 ? null : (agreed / total - chance) / (1 - chance);
  return { judged: total, agreed, kappa };
}

function category(answer: Answer | null): Category {
  return answer?.status ?? "none";
}

function tally(values: readonly Category[]): ReadonlyMap<Category, number> {
  const counts = new Map<Category, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
