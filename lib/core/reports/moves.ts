import type { Initiative } from "../content/types";
import type { Model } from "../scoring/compile-model";
import type { Evaluation } from "../scoring/evaluate";
import { LEFT_OUT, readValues } from "../scoring/read-values";
import type { Claims } from "../scoring/types";
import { createWhatIf, slotsByCriterion } from "../scoring/what-if";

/** Rounding only: gains per person-day that differ by less are the same. */
const EQUAL = 1e-12;

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
  while (moves.length < limit && waiting.size > 0) {
    const whatIf = createWhatIf(model, values);
    const initiative = bestOf([...waiting.values()].filter(mayStart(waiting)), ({ delivers }) =>
      whatIf.ask(delivers.flatMap(slotsOf), 1, ({ level }) => level - whatIf.base.level),
    );
    // Only a circle of prerequisites leaves nothing that may start; the content check refuses those.
    if (!initiative) break;
    const delivered = initiative.delivers.flatMap(slotsOf);
    const open = initiative.delivers.filter(isOpen);
    moves.push(
      whatIf.ask(delivered, 1, (changed) => ({
        initiative,
        open,
        gain: changed.level - whatIf.base.level,
        level: changed.level,
        raises: raisedPillars(model, whatIf.base, changed),
      })),
    );
    for (const slot of delivered) values[slot] = 1;
    waiting.delete(initiative.id);
  }
  return moves;
}

function mayStart(waiting: ReadonlyMap<string, unknown>): (initiative: Initiative) => boolean {
  return ({ prerequisites }) => !prerequisites.some((id) => waiting.has(id));
}

/** That with the largest gain per likely person-day; among equals the shortest, then the first. */
function bestOf(
  initiatives: readonly Initiative[],
  gainOf: (initiative: Initiative) => number,
): Initiative | undefined {
  let best: Readonly<{ initiative: Initiative; worth: number }> | undefined;
  for (const initiative of initiatives) {
    const days = initiative.effort.likely;
    const worth = gainOf(initiative) / days;
    const ahead = best === undefined ? Number.POSITIVE_INFINITY : worth - best.worth;
    const shorter = days < (best?.initiative.effort.likely ?? 0);
    if (ahead > EQUAL || (ahead > -EQUAL && shorter)) best = { initiative, worth };
  }
  return best?.initiative;
}

function raisedPillars(model: Model, before: Evaluation, after: Evaluation): Move["raises"] {
  return model.pillars.flatMap((pillar, index) => {
    const to = after.pillarStage[index] ?? 0;
    const id = model.stages[to - 1];
    return id !== undefined && to > (before.pillarStage[index] ?? 0) ? [{ pillar: pillar.id, to: id }] : [];
  });
}
