import type { Initiative } from "../content/types";
import type { Model } from "../scoring/compile-model";
import { evaluate } from "../scoring/evaluate";
import { LEFT_OUT, readValues } from "../scoring/read-values";
import type { Claims } from "../scoring/types";
import { slotsByCriterion } from "../scoring/what-if";

/** A piece of work in the order in which it pays, with what it adds after those before it. */
export type Move = Readonly<{
  initiative: Initiative;
  /** Its criteria that are open now. */
  open: readonly string[];
  /** Rise of the overall low level, on top of the moves before it. */
  gain: number;
  /** Overall low level once it is done. */
  level: number;
  /** Pillars whose stage it raises then, with the stage's id. */
  raises: readonly Readonly<{ pillar: string; to: string }>[];
}>;

/**
 * Orders the initiatives that still have something to bring: each time the one that may start (its prerequisites have
 * nothing open, or stand before it) and brings most level per likely person-day; where several bring nothing, the
 * shortest. Every step is scored anew by the real scoring.
 *
 * @param limit how many at most
 */
export function orderMoves({
  model,
  claims,
  initiatives,
  limit,
}: Readonly<{ model: Model; claims: Claims; initiatives: readonly Initiative[]; limit: number }>): readonly Move[] {
  const values = Float64Array.from(readValues(model, claims).low);
  const slots = slotsByCriterion(model, values);
  const slotsOf = (criterion: string) => slots[model.indexOfCriterion.get(criterion) ?? -1] ?? [];
  const isOpen = (criterion: string) => slotsOf(criterion).some((slot) => (values[slot] ?? LEFT_OUT) < 1);
  const waiting = new Map(
    initiatives.filter(({ delivers }) => delivers.some(isOpen)).map((initiative) => [initiative.id, initiative]),
  );
  const moves: Move[] = [];
  let now = evaluate(model, values);
  while (moves.length < limit && waiting.size > 0) {
    const trial = (initiative: Initiative) => {
      const changed = Float64Array.from(values);
      for (const slot of initiative.delivers.flatMap(slotsOf)) changed[slot] = 1;
      return { changed, run: evaluate(model, changed) };
    };
    let best: Readonly<{ initiative: Initiative; worth: number }> | undefined;
    for (const initiative of waiting.values()) {
      if (initiative.prerequisites.some((id) => waiting.has(id))) continue;
      const gain = trial(initiative).run.level - now.level;
      const worth = gain / initiative.effort.likely;
      const shorter = initiative.effort.likely < (best?.initiative.effort.likely ?? 0);
      if (!best || worth > best.worth + 1e-12 || (worth > best.worth - 1e-12 && shorter)) best = { initiative, worth };
    }
    // Only a circle of prerequisites leaves nothing that may start; the content check refuses those.
    if (!best) break;
    const { initiative } = best;
    const { changed, run } = trial(initiative);
    const raises = model.pillars.flatMap((pillar, index) => {
      const to = run.pillarStage[index] ?? 0;
      const id = model.stages[to - 1];
      return id !== undefined && to > (now.pillarStage[index] ?? 0) ? [{ pillar: pillar.id, to: id }] : [];
    });
    const open = initiative.delivers.filter(isOpen);
    moves.push({ initiative, open, gain: run.level - now.level, level: run.level, raises });
    values.set(changed);
    waiting.delete(initiative.id);
    now = run;
  }
  return moves;
}
