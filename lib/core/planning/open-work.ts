import type { Initiative } from "../content/types";
import type { Model } from "../scoring/compile-model";
import { at } from "../scoring/evaluate";
import { LEFT_OUT, type Values } from "../scoring/read-values";
import { type Effort, effortFor, type Sizes } from "./effort";

/** An initiative as one assessment sees it. */
export type Work = Readonly<{
  initiative: Initiative;
  effort: Effort;
  /** Home pillar, by the initiative's id where that names one, else by most of what it delivers. */
  pillar: string;
  /** Id of the stage of most of the weight it delivers; of equals the lower. */
  stage: string;
  /** Slots in scope that it makes met, in the order of the model. */
  slots: readonly number[];
  /** Those of them that aren't wholly met today, and the criteria they stand for. */
  openSlots: readonly number[];
  opens: readonly string[];
  /** How many of `opens` may be met already: they are unknown or unanswered. */
  unknown: number;
}>;

/**
 * The initiatives that deliver at least one criterion in scope, by id and in its order. One whose `opens` is empty has nothing left to do.
 *
 * A partly met criterion is open, and reduces no effort: the last tenth of a roll-out is often the hardest, and the
 * content's figures don't say how effort follows coverage. People who know better fix the days of the item.
 */
export function findWork(
  initiatives: readonly Initiative[],
  { model, values, sizes }: Readonly<{ model: Model; values: Pick<Values, "low" | "high">; sizes: Sizes }>,
): ReadonlyMap<string, Work> {
  const slotsOf = new Map<string, number[]>();
  model.slots.criterion.forEach((criterion, slot) => {
    if (values.low[slot] === LEFT_OUT) return;
    const id = at(model.criteria, criterion);
    const known = slotsOf.get(id);
    if (known) known.push(slot);
    else slotsOf.set(id, [slot]);
  });
  const work = new Map<string, Work>();
  for (const initiative of [...initiatives].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const slots = [...new Set(initiative.delivers)].flatMap((id) => slotsOf.get(id) ?? []).sort((a, b) => a - b);
    if (slots.length === 0) continue;
    const openSlots = slots.filter((slot) => (values.low[slot] ?? 0) < 1);
    const opens = new Map(openSlots.map((slot) => [at(model.criteria, model.slots.criterion[slot] ?? 0), slot]));
    const unknown = [...opens.values()].filter((slot) => (values.high[slot] ?? 0) > (values.low[slot] ?? 0)).length;
    work.set(initiative.id, {
      initiative,
      effort: effortFor(initiative, sizes),
      pillar: homePillar(model, initiative.id, slots),
      stage: mainStage(model, slots),
      slots,
      openSlots,
      opens: [...opens.keys()],
      unknown,
    });
  }
  return work;
}

function homePillar(model: Model, id: string, slots: readonly number[]): string {
  const named = id.split(".")[0];
  if (model.pillars.some((pillar) => pillar.id === named)) return named ?? "";
  return at(model.pillars, heaviest(model, slots, pillarOf(model))).id;
}

function mainStage(model: Model, slots: readonly number[]): string {
  return at(model.stages, heaviest(model, slots, (slot) => model.slots.stage[slot] ?? 2) - 1);
}

/** The pillar, by its index, that a slot stands in. */
export function pillarOf(model: Model): (slot: number) => number {
  return (slot) => at(model.topics, model.slots.topic[slot] ?? 0).pillar;
}

/** The group with the most weight of slots; of equals the smallest. */
function heaviest(model: Model, slots: readonly number[], groupOf: (slot: number) => number): number {
  const weights = new Map<number, number>();
  for (const slot of slots) {
    const group = groupOf(slot);
    weights.set(group, (weights.get(group) ?? 0) + (model.slots.weight[slot] ?? 0));
  }
  const ranked = [...weights].sort(([a, x], [b, y]) => y - x || a - b);
  return ranked[0]?.[0] ?? 0;
}
