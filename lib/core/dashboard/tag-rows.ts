import type { TagDatum } from "../charts/types";
import { scoreSubsets, subsetsBy } from "../scoring/score-subset";
import { tagName } from "../words/tags";
import type { DashboardInput } from "./dashboard-input";

export type TagKind = "principle" | "driver";
/** A principle or driver: a level without a stage, over the criteria that are tagged with it. */
export type TagRow = TagDatum & Readonly<{ href: string; answered: number; inScope: number }>;

const CONTENT_FIELD = { principle: "principles", driver: "drivers" } as const;

/** Criterion ids by principle or by driver. */
export function tagSubsets({ questionnaire }: Pick<DashboardInput, "questionnaire">, kind: TagKind) {
  return subsetsBy(questionnaire, CONTENT_FIELD[kind]);
}

/** Principles and drivers of which something is applicable, each in the order in which the content first names them. */
export function tagRows(input: DashboardInput): Readonly<Record<TagKind, readonly TagRow[]>> {
  const kinds = ["principle", "driver"] as const;
  const subsets = kinds.map((kind) => [...tagSubsets(input, kind)].map(([id, criteria]) => ({ kind, id, criteria })));
  const keyed = new Map(subsets.flat().map(({ kind, id, criteria }) => [`${kind}/${id}`, criteria]));
  const scores = scoreSubsets(input.model, input.claims, keyed);
  const rowsOf = (kind: TagKind) =>
    (subsets[kinds.indexOf(kind)] ?? []).flatMap(({ id }): readonly TagRow[] => {
      const score = scores.get(`${kind}/${id}`);
      return score ? [{ id, name: tagName(id), ...score, href: input.links.explain({ of: kind, id }) }] : [];
    });
  return { principle: rowsOf("principle"), driver: rowsOf("driver") };
}
