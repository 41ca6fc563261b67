import type { Model } from "../scoring/compile-model";
import { LEFT_OUT, readValues } from "../scoring/read-values";
import type { Claims } from "../scoring/types";
import { createWhatIf, slotsByCriterion } from "../scoring/what-if";
import type { QuickInitiative } from "./quick-check-data";

/** Rounding only: gains that differ by less are the same. */
const EQUAL = 1e-12;

/** A piece of work with what it adds to the overall low level, on top of those before it. */
export type FirstMove = Readonly<{ initiative: QuickInitiative; gain: number; level: number }>;

/**
 * The work that raises the overall low level most, one after the other: each time, of what may start (nothing that must
 * come first is open), that with the largest exact gain; among equals the shortest. Each step is scored anew.
 *
 * @param limit how many at most; fewer where nothing more brings anything
 */
export function firstMoves(
  model: Model,
  claims: Claims,
  initiatives: readonly QuickInitiative[],
  { limit }: Readonly<{ limit: number }>,
): readonly FirstMove[] {
  const values = Float64Array.from(readValues(model, claims).low);
  const bySlots = slotsByCriterion(model, values);
  const slotsOf = ({ delivers }: QuickInitiative) =>
    delivers.flatMap((criterion) => bySlots[model.indexOfCriterion.get(criterion) ?? -1] ?? []);
  const open = new Map(
    initiatives
      .filter((initiative) => slotsOf(initiative).some((slot) => (values[slot] ?? LEFT_OUT) < 1))
      .map((initiative) => [initiative.id, initiative]),
  );
  const moves: FirstMove[] = [];
  while (moves.length < limit) {
    const whatIf = createWhatIf(model, values);
    const ready = [...open.values()].filter(({ prerequisites }) => !prerequisites.some((id) => open.has(id)));
    const best = ready
      .map((initiative): FirstMove => {
        const level = whatIf.ask(slotsOf(initiative), 1, (changed) => changed.level);
        return { initiative, level, gain: level - whatIf.base.level };
      })
      .filter(({ gain }) => gain > EQUAL)
      .reduce<FirstMove | undefined>((top, move) => (top && !isBetter(move, top) ? top : move), undefined);
    if (!best) break;
    moves.push(best);
    for (const slot of slotsOf(best.initiative)) values[slot] = 1;
    open.delete(best.initiative.id);
  }
  return moves;
}

function isBetter(move: FirstMove, than: FirstMove): boolean {
  const ahead = move.gain - than.gain;
  return Math.abs(ahead) > EQUAL ? ahead > 0 : move.initiative.days < than.initiative.days;
}
