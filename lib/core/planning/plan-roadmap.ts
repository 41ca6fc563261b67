import { dayNumber, dayOf } from "../charts/time-scale";
import { evaluate } from "../scoring/evaluate";
import { readValues } from "../scoring/read-values";
import { formatQuarter } from "../words/format";
import { daysOf, quartersFrom, type Span } from "./calendar";
import { type DecidedSpan, decidedSpan } from "./decided";
import { bundleOf, type GreedyState, placeBundle, placeGreedily } from "./greedy";
import { createLedger } from "./ledger";
import { findWork, type Work } from "./open-work";
import { aimOf, type Delivery, levelsOf, type Projection, project, reachesTarget } from "./project";
import type { PlanInstance, PlanItem, PlannedLevels, RoadmapPlan, TargetReached } from "./types";
import { explainUnplaced } from "./unplaced";

/**
 * Places the initiatives that close the gap to the targets on quarters, around what people decided.
 *
 * People's days, states and owners stand: they are placed first, even where they exceed the capacity or come before a
 * prerequisite, which the item or quarter then shows. What is dropped is left out, and so is what builds on it. What is
 * done counts as met in the projection, not in the score of today. Then open prerequisites of what people fixed, then
 * greedily by gain towards the targets per person-day (see `placeGreedily`). Not proven to be the best plan.
 *
 * @throws RangeError for days that aren't YYYY-MM-DD, or less than one quarter
 */
export function planRoadmap(instance: PlanInstance): RoadmapPlan {
  const { model, claims, settings } = instance;
  if (!(settings.quarters >= 1)) throw new RangeError(`a plan needs a quarter, not ${settings.quarters}`);
  const today = dayNumber(instance.today);
  const values = readValues(model, { ...claims, evidence: [], asOf: instance.today });
  const work = findWork(instance.initiatives, { model, values, sizes: instance.sizes });
  const decisions = new Map(instance.decisions.map((decision) => [decision.initiative, decision]));
  const quarters = quartersFrom(settings.start, settings.quarters);
  const horizon = quarters.at(-1)?.end ?? today;

  const stateOf = (id: string) => decisions.get(id)?.state ?? "open";
  const decided = new Map<string, DecidedSpan>();
  for (const [id, item] of work) {
    const span = decidedSpan(decisions.get(id), { weeks: item.initiative.weeks, today });
    const nothingLeft = stateOf(id) === "open" && item.opens.length === 0;
    if (span && !nothingLeft) decided.set(id, span);
  }

  const state: GreedyState = {
    model,
    ledger: createLedger({ quarters, capacity: settings.capacity, today }),
    values: Float64Array.from(values.low),
    open: new Map(
      [...work].filter(([id, item]) => item.opens.length > 0 && stateOf(id) === "open" && !decided.has(id)),
    ),
    placed: new Map(),
    prerequisites: (id) =>
      [...(work.get(id)?.initiative.prerequisites ?? [])]
        .filter((other) => (work.get(other)?.opens.length ?? 0) > 0 && stateOf(other) !== "done")
        .sort(),
    targets: model.pillars.map(({ id }) => instance.targets[id] ?? Number.NaN),
    from: Math.max(today, quarters[0]?.start ?? today),
  };
  for (const [id, { span }] of decided) {
    const item = work.get(id);
    if (!item) continue;
    if (span) state.ledger.bookDecided(item.effort.likely, span);
    if (span && stateOf(id) !== "done") state.placed.set(id, span);
    if (stateOf(id) === "done" || (span && span.end <= horizon)) for (const slot of item.slots) state.values[slot] = 1;
  }
  for (const [id] of decided) if (stateOf(id) === "open") placePrerequisites(state, id);
  placeGreedily(state);

  const spans = new Map<string, Span | null>(state.placed);
  for (const [id, { span }] of decided) spans.set(id, span);
  const deliveries = [...spans].map(([id, span]): Delivery => {
    const from = stateOf(id) === "done" ? Math.min(span?.end ?? today, today) : (span?.end ?? today);
    return { initiative: id, slots: work.get(id)?.openSlots ?? [], from };
  });
  const projection = project(model, values.low, deliveries);
  const now = levelsOf(model, evaluate(model, values.low));
  const planQuarters = quarters.map((quarter, q) => ({
    label: quarter.label,
    start: dayOf(quarter.start),
    end: dayOf(quarter.end - 1),
    capacity: settings.capacity,
    left: settings.capacity * state.ledger.left(q),
    used: state.ledger.used(q),
    levels: quarter.end <= today ? null : projection.before(quarter.end),
  }));

  const items = [...spans].flatMap(([id, span]): readonly PlanItem[] => {
    const item = work.get(id);
    if (!item) return [];
    return [itemOf(item, { span, spans, decision: decisions.get(id), decided: decided.get(id), projection, state })];
  });
  items.sort((a, b) => compare(a.start ?? "", b.start ?? "") || compare(a.initiative, b.initiative));

  return {
    now,
    quarters: planQuarters,
    items,
    unplaced: explainUnplaced({ state, work, decisions, capacity: settings.capacity }),
    targets: targetsOf(instance, { now, quarters: planQuarters, projection, horizon }),
    aim: aimOf(model, now, instance.targets),
  };
}

/** What people fixed needs its open prerequisites, whatever the targets say. */
function placePrerequisites(state: GreedyState, id: string): void {
  for (const other of state.prerequisites(id)) {
    const members = bundleOf(state, other);
    if (members) placeBundle(state, members);
  }
}

function itemOf(
  { initiative, effort, pillar, stage, opens, unknown }: Work,
  {
    span,
    spans,
    decision,
    decided,
    projection,
    state,
  }: Readonly<{
    span: Span | null;
    spans: ReadonlyMap<string, Span | null>;
    decision: PlanInstance["decisions"][number] | undefined;
    decided: DecidedSpan | undefined;
    projection: Projection;
    state: GreedyState;
  }>,
): PlanItem {
  const days = span && daysOf(span);
  const ends = state.prerequisites(initiative.id);
  return {
    initiative: initiative.id,
    title: initiative.title,
    pillar,
    stage,
    state: decision?.state ?? "open",
    owner: decision?.owner || initiative.owner,
    startQuarter: days ? formatQuarter(days.first) : null,
    start: days?.first ?? null,
    end: days?.last ?? null,
    placed: decided === undefined,
    days: effort.likely,
    effort,
    opens: opens.length,
    unknown,
    gain: projection.gains.get(initiative.id) ?? 0,
    after: initiative.prerequisites.filter((other) => spans.has(other)),
    late: decided?.late ?? false,
    tooEarlyFor:
      decision?.state === "done"
        ? []
        : ends.filter((other) => span && (state.placed.get(other)?.end ?? Number.POSITIVE_INFINITY) > span.start),
  };
}

function targetsOf(
  { targets, by }: PlanInstance,
  {
    now,
    quarters,
    projection,
    horizon,
  }: Readonly<{ now: PlannedLevels; quarters: RoadmapPlan["quarters"]; projection: Projection; horizon: number }>,
): readonly TargetReached[] {
  const levelOf = (levels: PlannedLevels, pillar: string) =>
    levels.pillars.find((other) => other.pillar === pillar)?.level ?? 1;
  const last = quarters.at(-1)?.levels ?? now;
  const byDay = by === undefined ? null : projection.before(Math.min(dayNumber(by) + 1, horizon));
  return now.pillars.flatMap(({ pillar, level }): readonly TargetReached[] => {
    const target = targets[pillar];
    if (target === undefined) return [];
    const reaches = (other: number) => reachesTarget(other, target);
    const first = quarters.find(({ levels }) => levels && reaches(levelOf(levels, pillar)));
    const reached = reaches(level) ? "today" : first ? "planned" : "not-reached";
    return [
      {
        pillar,
        target,
        now: level,
        level: levelOf(last, pillar),
        quarter: reached === "planned" ? (first?.label ?? null) : null,
        reached,
        onTime: byDay && (reaches(level) || reaches(levelOf(byDay, pillar))),
      },
    ];
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
