import { scoreAssessment } from "../scoring/score";
import type { Answer } from "../scoring/types";
import type { PlanInstance, PlanItem, PlannedLevels, RoadmapPlan } from "./types";

const SLACK = 1e-6;
const DAY_MS = 86_400_000;

/**
 * Checks a plan against the rules, sharing nothing with the planner but the scoring: dates are walked day by day, and
 * levels are scored from answers.
 *
 * @returns one sentence for each rule that is broken; none for a sound plan
 */
export function checkPlan(instance: PlanInstance, plan: RoadmapPlan): readonly string[] {
  return [
    ...checkPlaces(instance, plan),
    ...checkDecisions(instance, plan),
    ...checkPrecedence(instance, plan),
    ...checkCapacity(instance, plan),
    ...checkLevels(instance, plan),
    ...checkTargets(instance, plan),
  ];
}

/** One place each, and none forgotten. */
function checkPlaces(instance: PlanInstance, plan: RoadmapPlan): string[] {
  const broken: string[] = [];
  const seen = new Set<string>();
  for (const { initiative } of [...plan.items, ...plan.unplaced]) {
    if (seen.has(initiative)) broken.push(`${initiative} has two places`);
    seen.add(initiative);
  }
  const states = new Map(instance.decisions.map(({ initiative, state }) => [initiative, state]));
  for (const { id, delivers } of instance.initiatives) {
    const open = delivers.some((criterion) => isOpen(instance, criterion));
    if (open && !seen.has(id)) broken.push(`${id} is forgotten`);
  }
  for (const item of plan.items) {
    if (states.get(item.initiative) === "dropped") broken.push(`${item.initiative} is dropped, and planned`);
    if (!item.placed) continue;
    const { start, end } = item;
    const first = plan.quarters[0]?.start ?? "";
    const last = plan.quarters.at(-1)?.end ?? "";
    if (!start || !end) broken.push(`${item.initiative} is placed without days`);
    else if (start < instance.today || start < first || end > last)
      broken.push(`${item.initiative} is placed outside the plan`);
    else if (walk(start, end).length !== 7 * (find(instance, item)?.weeks ?? 0))
      broken.push(`${item.initiative} doesn't take its weeks`);
  }
  return broken;
}

/** People's days, states and owners stand. */
function checkDecisions(instance: PlanInstance, plan: RoadmapPlan): string[] {
  const broken: string[] = [];
  for (const { initiative, state, owner, startsOn, endsOn } of instance.decisions) {
    const item = plan.items.find((other) => other.initiative === initiative);
    if (!item) continue;
    if (item.state !== state) broken.push(`${initiative} is ${item.state}, not ${state}`);
    if (owner && item.owner !== owner) broken.push(`${initiative} is not ${owner}'s`);
    const begins = startsOn && state === "in-progress" && startsOn > instance.today ? instance.today : startsOn;
    if (begins && item.start !== begins) broken.push(`${initiative} starts on ${item.start}, not ${begins}`);
    const stretched = state !== "done" && endsOn && endsOn < instance.today ? instance.today : endsOn;
    const sound = !startsOn || !endsOn || endsOn >= startsOn;
    if (stretched && sound && item.end !== stretched)
      broken.push(`${initiative} ends on ${item.end}, not ${stretched}`);
  }
  return broken;
}

/** Nothing that was placed starts before what it needs has ended; what people placed so says so. */
function checkPrecedence(instance: PlanInstance, plan: RoadmapPlan): string[] {
  const broken: string[] = [];
  const states = new Map(instance.decisions.map(({ initiative, state }) => [initiative, state]));
  const items = new Map(plan.items.map((item) => [item.initiative, item]));
  for (const item of plan.items) {
    if (item.state === "done") continue;
    for (const id of find(instance, item)?.prerequisites ?? []) {
      const needed = instance.initiatives.find((other) => other.id === id);
      const matters = needed?.delivers.some((criterion) => isOpen(instance, criterion)) && states.get(id) !== "done";
      if (!matters) continue;
      const end = items.get(id)?.end;
      const early = !end || !item.start || end >= item.start;
      if (early && item.placed) broken.push(`${item.initiative} starts before ${id} has ended`);
      if (early !== item.tooEarlyFor.includes(id)) broken.push(`${item.initiative} is wrong about waiting for ${id}`);
    }
  }
  return broken;
}

/** No quarter holds more than its capacity, unless people's own decisions do; what is past can't be planned into. */
function checkCapacity(instance: PlanInstance, plan: RoadmapPlan): string[] {
  const broken: string[] = [];
  const { capacity } = instance.settings;
  for (const quarter of plan.quarters) {
    const days = walk(quarter.start, quarter.end);
    const ahead = days.filter((day) => day >= Date.parse(instance.today) / DAY_MS);
    const all = new Set(days);
    const rest = new Set(ahead);
    let used = 0;
    let decided = 0;
    let usedAhead = 0;
    let decidedAhead = 0;
    for (const item of plan.items) {
      if (!item.start || !item.end) continue;
      const worked = walk(item.start, item.end);
      const perDay = item.days / worked.length;
      for (const day of worked) {
        if (!all.has(day)) continue;
        used += perDay;
        if (!item.placed) decided += perDay;
        if (rest.has(day)) usedAhead += perDay;
        if (rest.has(day) && !item.placed) decidedAhead += perDay;
      }
    }
    if (Math.abs(used - quarter.used) > SLACK) broken.push(`${quarter.label} says ${quarter.used} and holds ${used}`);
    const placed = used - decided;
    if (placed > SLACK && used > Math.max(capacity, decided) + SLACK)
      broken.push(`${quarter.label} holds ${used} of ${capacity}`);
    const left = (capacity * ahead.length) / days.length;
    if (Math.abs(left - quarter.left) > SLACK) broken.push(`${quarter.label} has ${left} left, not ${quarter.left}`);
    if (placed > SLACK && usedAhead > Math.max(left, decidedAhead) + SLACK)
      broken.push(`${quarter.label} holds ${usedAhead} in the ${left} that are left`);
  }
  return broken;
}

/** Levels are those of the score when what has ended is met; gains add up. */
function checkLevels(instance: PlanInstance, plan: RoadmapPlan): string[] {
  const broken: string[] = [];
  broken.push(...differences("now", plan.now, scored(instance, [])));
  for (const { label, start, end, levels } of plan.quarters) {
    if ((levels === null) !== end < instance.today) broken.push(`${label} is ${levels ? "not " : ""}taken as past`);
    if (!levels) continue;
    const ended = plan.items.filter((item) => item.state === "done" || (item.end !== null && item.end <= end));
    broken.push(...differences(`${label} from ${start}`, levels, scored(instance, ended)));
  }
  const rise = (scored(instance, plan.items).overall?.level ?? 0) - (plan.now.overall?.level ?? 0);
  const gains = plan.items.reduce((sum, item) => sum + item.gain, 0);
  if (Math.abs(rise - gains) > SLACK) broken.push(`gains add up to ${gains}, not ${rise}`);
  return broken;
}

/** A target is reached where its level reads so with two decimals, and not a quarter before. */
function checkTargets(instance: PlanInstance, plan: RoadmapPlan): string[] {
  const broken: string[] = [];
  for (const { pillar, target, quarter, reached } of plan.targets) {
    const reads = (levels: PlannedLevels | null) => {
      const level = levels?.pillars.find((other) => other.pillar === pillar)?.level;
      return level !== undefined && level + 0.005 > target;
    };
    const first = plan.quarters.find(({ levels }) => reads(levels))?.label ?? null;
    const is = reads(plan.now) ? "today" : first === null ? "not-reached" : "planned";
    if (is !== reached || (is === "planned" && first !== quarter))
      broken.push(`${pillar}'s target is ${is} ${first}, not ${reached} ${quarter}`);
  }
  const aimed = plan.now.pillars.filter(({ pillar }) => instance.targets[pillar] !== undefined);
  if (aimed.length !== plan.targets.length) broken.push("a target is missing");
  return broken;
}

function scored(instance: PlanInstance, delivered: readonly PlanItem[]): PlannedLevels {
  const answers = new Map<string, Answer>(instance.claims.answers);
  for (const item of delivered) {
    for (const criterion of find(instance, item)?.delivers ?? []) {
      if (answers.get(criterion)?.status !== "not-applicable") answers.set(criterion, { status: "met" });
    }
  }
  const score = scoreAssessment(instance.model, { ...instance.claims, answers, evidence: [], asOf: instance.today });
  return {
    overall: score.overall && { level: score.overall.low, stage: score.overall.stage },
    pillars: score.pillars.map(({ id, low, stage }) => ({ pillar: id, level: low, stage })),
  };
}

function differences(where: string, said: PlannedLevels, is: PlannedLevels): string[] {
  const text = ({ overall, pillars }: PlannedLevels) =>
    JSON.stringify([overall, ...pillars], (_, value) => (typeof value === "number" ? value.toFixed(6) : value));
  return text(said) === text(is) ? [] : [`levels ${where} are ${text(is)}, not ${text(said)}`];
}

/** In scope in some topic, and not wholly met. */
function isOpen({ model, claims }: PlanInstance, criterion: string): boolean {
  const answer = claims.answers.get(criterion);
  if (answer?.status === "met" || answer?.status === "not-applicable") return false;
  const index = model.indexOfCriterion.get(criterion);
  return model.slots.conditions.some(
    (facts, slot) => model.slots.criterion[slot] === index && facts.every((fact) => claims.profile[fact] !== false),
  );
}

function find(instance: PlanInstance, item: PlanItem): PlanInstance["initiatives"][number] | undefined {
  return instance.initiatives.find(({ id }) => id === item.initiative);
}

/** Every day from the first to the last, as days since 1970-01-01. */
function walk(first: string, last: string): readonly number[] {
  const days: number[] = [];
  for (let day = Date.parse(first) / DAY_MS; day <= Date.parse(last) / DAY_MS; day += 1) days.push(day);
  return days;
}
