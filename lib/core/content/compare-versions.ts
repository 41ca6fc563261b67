import type { Criterion, Questionnaire } from "./types";

/** A criterion with where it stands, for people. */
export type PlacedCriterion = Readonly<{ id: string; statement: string; stage: string; topic: string; pillar: string }>;

/** Whom a criterion counts and what it says: what an answer was given to. */
export type Wording = Readonly<{ statement: string; population?: string }>;

/** Where a criterion counts, and how much. */
export type Standing = Readonly<{ stage: string; weight: number }>;

/** One figure or fact of a topic, a pillar or the whole that counts differently. */
export type RuleChange = Readonly<{ where: string; what: string; before: string; after: string }>;

/** What another version changes for answers that were given to this one. */
export type VersionComparison = Readonly<{
  /** Ids that both have: their answers are carried over. */
  carried: readonly string[];
  added: readonly PlacedCriterion[];
  gone: readonly PlacedCriterion[];
  reworded: readonly (PlacedCriterion & Readonly<{ before: Wording; after: Wording }>)[];
  /** Worded as before, but how to check it says something else. */
  clarified: readonly (PlacedCriterion & Readonly<{ check: string }>)[];
  /** At another stage or of another weight. */
  restanding: readonly (PlacedCriterion & Readonly<{ before: Standing; after: Standing }>)[];
  /** Weights, gates and conditions of topics, weights of pillars, the threshold. */
  rules: readonly RuleChange[];
}>;

/**
 * Compares two versions criterion by criterion. Pure; the two may be versions of one questionnaire or two questionnaires that share criteria,
 * since an id never changes its meaning.
 */
export function compareVersions(from: Questionnaire, to: Questionnaire): VersionComparison {
  const before = placedById(from);
  const after = placedById(to);
  const shared = [...after.values()].flatMap((now) => {
    const was = before.get(now.place.id);
    return was ? [{ place: now.place, was: was.criterion, now: now.criterion }] : [];
  });
  return {
    carried: shared.map(({ place }) => place.id),
    added: [...after.values()].flatMap(({ place }) => (before.has(place.id) ? [] : [place])),
    gone: [...before.values()].flatMap(({ place }) => (after.has(place.id) ? [] : [place])),
    reworded: shared
      .filter(({ was, now }) => !sameWording(was, now))
      .map(({ place, was, now }) => ({ ...place, before: wordingOf(was), after: wordingOf(now) })),
    clarified: shared
      .filter(({ was, now }) => sameWording(was, now) && was.check !== now.check)
      .map(({ place, now }) => ({ ...place, check: now.check })),
    restanding: shared
      .filter(({ was, now }) => was.stage !== now.stage || was.weight !== now.weight)
      .map(({ place, was, now }) => ({ ...place, before: standingOf(was), after: standingOf(now) })),
    rules: ruleChanges(from, to),
  };
}

type Placed = Readonly<{ place: PlacedCriterion; criterion: Criterion }>;

function placedById({ pillars }: Questionnaire): ReadonlyMap<string, Placed> {
  const placed = pillars.flatMap((pillar) =>
    pillar.topics.flatMap((topic) =>
      topic.criteria.map((criterion): [string, Placed] => {
        const { id, statement, stage } = criterion;
        return [id, { place: { id, statement, stage, topic: topic.title, pillar: pillar.title }, criterion }];
      }),
    ),
  );
  return new Map(placed);
}

function sameWording(was: Criterion, now: Criterion): boolean {
  return was.statement === now.statement && was.population === now.population;
}

function wordingOf({ statement, population }: Criterion): Wording {
  return { statement, ...(population === undefined ? {} : { population }) };
}

function standingOf({ stage, weight }: Criterion): Standing {
  return { stage, weight };
}

function ruleChanges(from: Questionnaire, to: Questionnaire): readonly RuleChange[] {
  const rules = rulesOf(from);
  return rulesOf(to).flatMap(({ key, where, what, value }) => {
    const before = rules.find((rule) => rule.key === key);
    return before && before.value !== value ? [{ where, what, before: before.value, after: value }] : [];
  });
}

type Rule = Readonly<{ key: string; where: string; what: string; value: string }>;

function rulesOf({ threshold, pillars }: Questionnaire): readonly Rule[] {
  return [
    { key: "threshold", where: "Every stage", what: "share that must hold", value: String(threshold) },
    ...pillars.flatMap((pillar) => [
      { key: `${pillar.id} weight`, where: pillar.title, what: "weight", value: String(pillar.weight) },
      ...pillar.topics.flatMap(({ id, title, weight, gate, condition }) => [
        { key: `${id} weight`, where: title, what: "weight", value: String(weight) },
        { key: `${id} gate`, where: title, what: "gates its pillar", value: gate ? "yes" : "no" },
        { key: `${id} condition`, where: title, what: "is asked when", value: condition ?? "always" },
      ]),
    ]),
  ];
}
