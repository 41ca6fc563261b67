import type { Model } from "../scoring/compile-model";
import { at, judgeStage } from "../scoring/evaluate";
import { createWhatIf, type WhatIf } from "../scoring/what-if";
import type { Span } from "./calendar";
import type { Ledger } from "./ledger";
import { pillarOf, type Work } from "./open-work";
import { earliestSpan } from "./place";
import { LEVEL_TOLERANCE, reachesTarget } from "./project";

/** Ratios of gain to effort that differ by less than this share count as equal: efforts are estimates. */
export const NEARLY_EQUAL = 0.05;

/** What the greedy order works on. `placed` and `values` grow while it runs. */
export type GreedyState = Readonly<{
  model: Model;
  ledger: Ledger;
  /** Low value of each slot when all that is placed or done is delivered. */
  values: Float64Array;
  /** Open work that the planner may place, by id. */
  open: ReadonlyMap<string, Work>;
  /** Days of what is in the plan, by id. */
  placed: Map<string, Span>;
  /** Prerequisites of an initiative that still have something to deliver and aren't done; in the order of their ids. */
  prerequisites: (id: string) => readonly string[];
  /** Target level by the pillar's index; NaN without one. */
  targets: readonly number[];
  /** First day on which open work can start. */
  from: number;
}>;

/** An initiative with the prerequisites that would come with it, in an order in which they can be done. */
type Bundle = {
  readonly members: readonly Work[];
  readonly slots: readonly number[];
  readonly topics: ReadonlySet<number>;
  readonly days: number;
  /** Rise of each pillar's level that it touches. */
  rises: readonly Readonly<{ pillar: number; rise: number }>[];
  stale: boolean;
  /** It didn't fit; the ledger only fills, so it won't. */
  blocked: boolean;
};

/**
 * Places open work one bundle after the other until every target is reached or nothing fits: each time that with the
 * largest gain towards the targets per person-day. The gain is asked of the real scoring for the initiative together
 * with its open prerequisites, anew after each placement, because gains don't add up: stages multiply, and a criterion
 * may be delivered twice. A rise beyond a pillar's target counts nothing. Among nearly equal ratios, what opens a stage of
 * a pillar comes first, then what works on a gate that is short.
 */
export function placeGreedily(state: GreedyState): void {
  const bundles = new Map<string, Bundle | null>();
  for (;;) {
    const whatIf = createWhatIf(state.model, state.values);
    if (targetsReached(state, whatIf)) return;
    const best = chooseBundle(state, whatIf, bundles);
    if (!best) return;
    if (!placeBundle(state, best.members)) {
      best.blocked = true;
      continue;
    }
    const members = new Set(best.members.map(({ initiative }) => initiative.id));
    for (const [id, bundle] of bundles) {
      if (!bundle) continue;
      if (bundle.members.some(({ initiative }) => members.has(initiative.id))) bundles.delete(id);
      else if ([...bundle.topics].some((topic) => best.topics.has(topic))) bundle.stale = true;
    }
  }
}

/**
 * The prerequisites of an initiative that aren't in the plan yet, then itself, each after what it needs; null when one of
 * them can't be planned.
 */
export function bundleOf(
  state: Pick<GreedyState, "open" | "placed" | "prerequisites">,
  id: string,
): readonly Work[] | null {
  const members = new Map<string, Work>();
  const visit = (next: string): boolean => {
    if (state.placed.has(next) || members.has(next)) return true;
    const work = state.open.get(next);
    if (!work) return false;
    if (!state.prerequisites(next).every(visit)) return false;
    members.set(next, work);
    return true;
  };
  return visit(id) ? [...members.values()] : null;
}

/** Places all of a bundle, or nothing. Returns whether it fitted. */
export function placeBundle(state: Omit<GreedyState, "targets">, members: readonly Work[]): boolean {
  const done: { work: Work; span: Span }[] = [];
  for (const work of members) {
    const span = earliestSpan(state.ledger, work, startAfter(state, work.initiative.id));
    if (!span) {
      for (const { work: back, span: taken } of done) {
        state.ledger.release(back.effort.likely, taken);
        state.placed.delete(back.initiative.id);
      }
      return false;
    }
    state.ledger.book(work.effort.likely, span);
    state.placed.set(work.initiative.id, span);
    done.push({ work, span });
  }
  for (const { work } of done) for (const slot of work.slots) state.values[slot] = 1;
  return true;
}

/** The first day on which an initiative can start: when all its prerequisites in the plan have ended. */
export function startAfter(state: Pick<GreedyState, "placed" | "prerequisites" | "from">, id: string): number {
  return Math.max(state.from, ...state.prerequisites(id).map((other) => state.placed.get(other)?.end ?? state.from));
}

function targetsReached({ targets }: GreedyState, { base }: WhatIf): boolean {
  return targets.every((target, pillar) => {
    const level = base.pillarLevel[pillar] ?? 0;
    return Number.isNaN(target) || level === 0 || reachesTarget(level, target);
  });
}

function chooseBundle(state: GreedyState, whatIf: WhatIf, bundles: Map<string, Bundle | null>): Bundle | null {
  const ranked: { id: string; bundle: Bundle; ratio: number }[] = [];
  for (const id of state.open.keys()) {
    if (state.placed.has(id)) continue;
    const bundle = bundles.has(id) ? (bundles.get(id) ?? null) : makeBundle(state, id);
    bundles.set(id, bundle);
    if (!bundle || bundle.blocked) continue;
    if (bundle.stale) refresh(state.model, whatIf, bundle);
    const gain = gainOf(state, whatIf, bundle.rises);
    if (gain > LEVEL_TOLERANCE) ranked.push({ id, bundle, ratio: gain / bundle.days });
  }
  const most = Math.max(...ranked.map(({ ratio }) => ratio));
  const close = ranked.filter(({ ratio }) => ratio >= most * (1 - NEARLY_EQUAL));
  const judged = close.map((entry) => ({
    ...entry,
    opens: close.length > 1 ? openness(state, whatIf, entry.bundle) : 0,
  }));
  judged.sort((a, b) => b.opens - a.opens || b.ratio - a.ratio || (a.id < b.id ? -1 : 1));
  return judged[0]?.bundle ?? null;
}

function makeBundle(state: GreedyState, id: string): Bundle | null {
  const members = bundleOf(state, id);
  if (!members) return null;
  const slots = [...new Set(members.flatMap((work) => work.slots))];
  return {
    members,
    slots,
    topics: new Set(slots.map((slot) => state.model.slots.topic[slot] ?? 0)),
    days: members.reduce((sum, work) => sum + work.effort.likely, 0),
    rises: [],
    stale: true,
    blocked: false,
  };
}

function refresh(model: Model, { base, ask }: WhatIf, bundle: Bundle): void {
  const pillars = [...new Set(bundle.slots.map(pillarOf(model)))];
  bundle.rises = ask(bundle.slots, 1, (changed) =>
    pillars.map((pillar) => ({
      pillar,
      rise: (changed.pillarLevel[pillar] ?? 0) - (base.pillarLevel[pillar] ?? 0),
    })),
  );
  bundle.stale = false;
}

/** Rise of the overall level that counts: weighted by pillar, each capped at its target. */
function gainOf({ model, targets }: GreedyState, { base }: WhatIf, rises: Bundle["rises"]): number {
  let gain = 0;
  for (const { pillar, rise } of rises) {
    const target = targets[pillar] ?? Number.NaN;
    const level = base.pillarLevel[pillar] ?? 0;
    if (Number.isNaN(target) || reachesTarget(level, target)) continue;
    gain += at(model.pillars, pillar).weight * Math.min(rise, target - level);
  }
  return gain;
}

/** 2 when a bundle opens a stage of a pillar with a target, 1 when it works on a gate that is short, else 0. */
function openness({ model, targets }: GreedyState, { base, ask }: WhatIf, bundle: Bundle): number {
  const pillars = bundle.rises.map(({ pillar }) => pillar).filter((pillar) => !Number.isNaN(targets[pillar]));
  const stages = ask(bundle.slots, 1, (changed) => pillars.map((pillar) => changed.pillarStage[pillar] ?? 0));
  if (pillars.some((pillar, index) => (stages[index] ?? 0) > (base.pillarStage[pillar] ?? 0))) return 2;
  const onShortGate = pillars.some((pillar) => {
    const stage = base.pillarStage[pillar] ?? 0;
    if (stage === 0 || stage === model.stages.length) return false;
    return judgeStage(model, pillar, stage + 1, base).shortGates.some((topic) => bundle.topics.has(topic));
  });
  return onShortGate ? 1 : 0;
}
