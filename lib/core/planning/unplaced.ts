import { createWhatIf } from "../scoring/what-if";
import { bundleOf, type GreedyState, placeBundle, startAfter } from "./greedy";
import { pillarOf, type Work } from "./open-work";
import { whyNoSpan } from "./place";
import { LEVEL_TOLERANCE, reachesTarget } from "./project";
import type { Decision, Unplaced, WhyUnplaced } from "./types";

type Context = Readonly<{
  /** After everything was placed. */
  state: GreedyState;
  work: ReadonlyMap<string, Work>;
  decisions: ReadonlyMap<string, Decision>;
  /** Person-days a quarter. */
  capacity: number;
}>;

/** Every initiative that has something to deliver or was decided on, and isn't in the plan: with the reason. By id. */
export function explainUnplaced(context: Context): readonly Unplaced[] {
  const { state, work, decisions } = context;
  const unplaced: Unplaced[] = [];
  for (const id of [...work.keys()].sort()) {
    const item = work.get(id);
    const decision = decisions.get(id);
    if (!item || decision?.state === "done" || state.placed.has(id)) continue;
    const { initiative, pillar, effort } = item;
    const add = (why: WhyUnplaced) =>
      unplaced.push({ initiative: id, title: initiative.title, pillar, days: effort.likely, why });
    const left = item.opens.length > 0;
    if (left || decision?.state === "dropped") add(whyNot(context, item));
    else if (decision?.startsOn !== undefined || decision?.endsOn !== undefined) add({ kind: "met" });
  }
  return unplaced;
}

function whyNot(context: Context, item: Work): WhyUnplaced {
  const { state, work, decisions, capacity } = context;
  if (decisions.get(item.initiative.id)?.state === "dropped") return { kind: "dropped" };
  const { model, targets, values } = state;
  const { base, ask } = createWhatIf(model, values);
  const pillars = [...new Set(item.openSlots.map(pillarOf(model)))];
  const aimed = pillars.filter((pillar) => !Number.isNaN(targets[pillar] ?? Number.NaN));
  if (aimed.length === 0) return { kind: "no-target" };
  const short = aimed.filter((pillar) => !reachesTarget(base.pillarLevel[pillar] ?? 0, targets[pillar] ?? 0));
  if (short.length === 0) return { kind: "not-needed" };

  const id = item.initiative.id;
  const missing = state.prerequisites(id).find((other) => !state.placed.has(other) && bundleOf(state, other) === null);
  const blocker = missing === undefined ? undefined : work.get(missing);
  if (blocker) return { kind: "waits", needs: blocker.initiative.id, because: whyNot(context, blocker) };
  const members = bundleOf(state, id) ?? [item];
  const slots = members.flatMap((member) => member.slots);
  const rises = ask(slots, 1, (changed) =>
    short.some((pillar) => (changed.pillarLevel[pillar] ?? 0) > (base.pillarLevel[pillar] ?? 0) + LEVEL_TOLERANCE),
  );
  if (!rises) return { kind: "no-gain" };
  return whyNoRoom(state, members, capacity);
}

/** The first of a bundle that finds no days, once those before it have theirs. */
function whyNoRoom(state: GreedyState, members: readonly Work[], capacity: number): WhyUnplaced {
  const trial = { ...state, values: Float64Array.from(state.values), placed: new Map(state.placed) };
  const last = members.at(-1);
  const taken: Work[] = [];
  let why: WhyUnplaced = { kind: "no-room" };
  for (const member of members) {
    const from = startAfter(trial, member.initiative.id);
    if (placeBundle(trial, [member])) {
      taken.push(member);
      continue;
    }
    const reason = whyNoSpan(state.ledger, member, { from, capacity });
    why = member === last ? reason : { kind: "waits", needs: member.initiative.id, because: reason };
    break;
  }
  for (const member of taken) {
    const span = trial.placed.get(member.initiative.id);
    if (span) state.ledger.release(member.effort.likely, span);
  }
  return why;
}
