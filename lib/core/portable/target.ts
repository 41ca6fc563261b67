import type { Questionnaire } from "../content/types";
import { type FileProblem, jsonPath, shorten } from "./problems";
import type { AssessmentFile } from "./schema";

/** A level in [1, n], or a stage id. */
export type Goal = number | string;

/** What is to be reached: for the whole, for pillars by id, by when (YYYY-MM-DD), and why by pillar id. */
export type Target = Readonly<{
  overall?: Goal;
  pillars: Readonly<Record<string, Goal>>;
  date?: string;
  reasons?: Readonly<Record<string, string>>;
}>;

/** A goal as a level: a stage is taken as the level of its number, the least that reaching it takes. Undefined for an unknown stage. */
export function goalLevel(goal: Goal | undefined, { stages }: Pick<Questionnaire, "stages">): number | undefined {
  if (typeof goal !== "string") return goal;
  const index = stages.findIndex(({ id }) => id === goal);
  return index < 0 ? undefined : index + 1;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The target of a file in one form, whatever form the file chose. */
export function readTarget(target: AssessmentFile["target"]): Target {
  if (target === undefined) return { pillars: {} };
  if (typeof target !== "object") return { overall: target, pillars: {} };
  const { overall, stage, date, pillars, reasons, ...plain } = target;
  const goals = { ...plain, ...(typeof pillars === "object" ? pillars : {}) };
  const whole = overall ?? stage;
  return {
    ...(typeof whole === "number" || typeof whole === "string" ? { overall: whole } : {}),
    pillars: Object.fromEntries(
      Object.entries(goals).filter((entry): entry is [string, Goal] => typeof entry[1] !== "object"),
    ),
    ...(typeof date === "string" ? { date } : {}),
    ...(reasons ? { reasons } : {}),
  };
}

/** What is wrong with a target: pillars and stages that the questionnaire doesn't have, levels outside 1..n, a bad date. */
export function checkTarget(target: AssessmentFile["target"], questionnaire: Questionnaire): readonly FileProblem[] {
  if (target === undefined) return [];
  const problems: FileProblem[] = [];
  const stages = questionnaire.stages.map((stage) => stage.id);
  const pillars = new Set(questionnaire.pillars.map((pillar) => pillar.id));
  const report = (path: readonly PropertyKey[], message: string) =>
    problems.push({ path: jsonPath(["target", ...path]), message });
  const checkGoal = (path: readonly PropertyKey[], goal: unknown) => {
    const isLevel = typeof goal === "number" && goal >= 1 && goal <= stages.length;
    if (!isLevel && !(typeof goal === "string" && stages.includes(goal))) {
      report(path, `must be a level from 1 to ${stages.length} or a stage: ${stages.join(", ")}`);
    }
  };
  const isPillar = (path: readonly PropertyKey[], id: string) => {
    if (!pillars.has(id)) {
      report([...path, id], `no pillar is called "${shorten(id)}"; known: ${[...pillars].join(", ")}`);
    }
    return pillars.has(id);
  };
  const checkPillars = (path: readonly PropertyKey[], goals: object) => {
    for (const [id, goal] of Object.entries(goals)) if (isPillar(path, id)) checkGoal([...path, id], goal);
  };
  if (typeof target !== "object") {
    checkGoal([], target);
    return problems;
  }
  const { overall, stage, date, pillars: nested, reasons, ...plain } = target;
  if (overall !== undefined) checkGoal(["overall"], overall);
  if (stage !== undefined) checkGoal(["stage"], stage);
  if (date !== undefined && !isDay(date)) report(["date"], "must be a day that exists, written YYYY-MM-DD");
  if (nested !== undefined && typeof nested !== "object") report(["pillars"], "must be an object by pillar id");
  else checkPillars(["pillars"], nested ?? {});
  checkPillars([], plain);
  for (const id of Object.keys(reasons ?? {})) isPillar(["reasons"], id);
  return problems;
}

function isDay(value: unknown): boolean {
  if (typeof value !== "string" || !DAY.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
