import type { TagDatum } from "../../charts/types";
import type { Questionnaire } from "../../content/types";
import { compileModel, type ModelTree } from "../../scoring/compile-model";
import { explainOpen } from "../../scoring/explain";
import { scoreAssessment } from "../../scoring/score";
import { tagName } from "../../words/tags";
import type { ContentIndex } from "../content-index";
import type { DashboardInput } from "../dashboard-input";
import { type TagKind, tagSubsets } from "../tag-rows";
import type { Formula } from "./formula";
import { type OpenRow, openRows } from "./open-rows";
import { runAll } from "./runs";
import { levelsOf, meanFormulas, type WeightedPart } from "./weighted-parts";

/** Where a principle's or driver's level comes from. */
export type TagExplanation = Readonly<{
  of: TagKind;
  id: string;
  title: string;
  datum: TagDatum;
  answered: number;
  inScope: number;
  /** Pillars, by the criteria that are tagged. */
  parts: readonly WeightedPart[];
  formulas: readonly Formula[];
  /** By the gain in this level; `gain.overall` is that in the level of the whole assessment. */
  open: readonly (OpenRow & Readonly<{ gainHere: number }>)[];
}>;

/** Null for a tag that no criterion carries; "left-out" where nothing of it is applicable. */
export function explainTag(
  input: DashboardInput,
  { kind, id }: Readonly<{ kind: TagKind; id: string }>,
  index: ContentIndex,
): TagExplanation | "left-out" | null {
  const criteria = tagSubsets(input, kind).get(id);
  if (!criteria) return null;
  const { claims, links, questionnaire } = input;
  const model = compileModel(subTree(questionnaire, criteria));
  const score = scoreAssessment(model, claims);
  if (!score.overall) return "left-out";
  const runs = runAll(model, claims);
  const parts = model.pillars.map((pillar, p): WeightedPart => {
    const levels = levelsOf(runs, (run) => run.pillarLevel[p]);
    const href = links.explain({ of: "pillar", id: pillar.id });
    return { id: pillar.id, name: index.pillarOf(pillar.id).title, href, weight: pillar.weight, levels, gate: false };
  });
  const whole = new Map(explainOpen(input.model, claims).map((open) => [open.criterion, open]));
  const here = new Map(explainOpen(model, claims).map((open) => [open.criterion, open.gain.overall]));
  const rows = openRows(
    input,
    [...here.keys()].flatMap((criterion) => whole.get(criterion) ?? []),
    { by: "overall", index },
  );
  const { low, high, verified } = score.overall;
  return {
    of: kind,
    id,
    title: tagName(id),
    datum: { id, name: tagName(id), low, high, verified },
    answered: score.answered,
    inScope: score.inScope,
    parts,
    formulas: meanFormulas(
      parts,
      levelsOf(runs, (run) => run.level),
    ),
    open: rows.map((row) => ({ ...row, gainHere: here.get(row.id) ?? 0 })).sort((a, b) => b.gainHere - a.gainHere),
  };
}

/** The model cut down to some criteria; a level is the same as when the others are left out (gates play no part in it). */
function subTree({ threshold, stages, pillars }: Questionnaire, criteria: ReadonlySet<string>): ModelTree {
  const cut = pillars.map((pillar) => {
    const topics = pillar.topics.map((topic) => ({
      ...topic,
      criteria: topic.criteria.filter(({ id }) => criteria.has(id)),
    }));
    return { ...pillar, topics: topics.filter((topic) => topic.criteria.length > 0) };
  });
  return { threshold, stages, pillars: cut.filter((pillar) => pillar.topics.length > 0) };
}
