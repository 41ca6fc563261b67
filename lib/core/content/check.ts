import { checkWording } from "./check-wording";
import { isOrganizationKey } from "./organization-data";
import type { Place } from "./read-yaml";
import { FRAMEWORKS, type FrameworkId } from "./schema";
import type { Problem, Questionnaire, Topic } from "./types";

/** One framework's id list, as under `questionnaires/frameworks`. */
export type Framework = Readonly<{
  id: FrameworkId;
  title: string;
  source?: string;
  items: readonly FrameworkItem[];
  /** Of ATT&CK alone, in the order of its matrix. */
  tactics?: readonly Readonly<{ id: string; title: string }>[];
}>;

/** A control, function, activity, tenet or technique; what only one framework has is absent elsewhere. */
export type FrameworkItem = Readonly<{
  id: string;
  title: string;
  group?: string;
  groupTitle?: string;
  /** Of an activity of the DoD strategy. */
  level?: string;
  /** Of a function of CISA's model: how each stage looks, in short. */
  stages?: Readonly<Record<string, string>>;
  /** Of a technique of ATT&CK. */
  tactics?: readonly string[];
  /** It has a place in the numbering alone: its publisher took it out, so nothing can contribute to it. */
  withdrawn?: boolean;
}>;

/** How much of a framework has at least one criterion; `missing` names the rest. */
export type Coverage = Readonly<{
  framework: string;
  what: string;
  covered: number;
  total: number;
  missing: readonly string[];
}>;

export type CheckResult = Readonly<{ problems: readonly Problem[]; coverage: readonly Coverage[] }>;

/** Where a path of a file stands; where the text is laid out otherwise, also what the path is called there. */
export type LocateContent = (file: string, path: readonly PropertyKey[]) => Place & Readonly<{ path?: string }>;

/** So many are named: nobody mends more at once, and finding the place of each in a long text takes its time. */
const MOST_PROBLEMS = 200;
const MIN_GATE_SHARE = 0.2; // above 1 − τ, so that no gating criterion can stay unmet unnoticed
const MIN_GATE_SHARE_TOLERANCE = 1e-9;
const CRITERIA_PER_STAGE = { min: 2, max: 4 };
/**
 * Checks what the schema alone can't: ids, references, wording rules, gates, initiatives, and crosswalk ids.
 *
 * @param questionnaire a resolved questionnaire
 * @param frameworks id lists to hold the crosswalk against
 * @param place finds line and column of a path in a file, for messages
 * @returns the problems, what keeps it from being published first and at most 200 of them named, and the coverage of each framework
 */
export function checkQuestionnaire(
  questionnaire: Questionnaire,
  frameworks: readonly Framework[],
  place: LocateContent,
): CheckResult {
  const reports: Reported[] = [];
  const report: Report = (file, path, message, style) => reports.push({ file, path, message, style });

  checkIds(questionnaire, report);
  checkTopics(questionnaire, report);
  checkCrosswalk(questionnaire, frameworks, report);
  checkInitiatives(questionnaire, report);
  return { problems: withPlaces(reports, place), coverage: coverageOf(questionnaire, frameworks) };
}

type Reported = Readonly<{ file: string; path: readonly PropertyKey[]; message: string; style: "style" | undefined }>;
type Report = (file: string, path: readonly PropertyKey[], message: string, kind?: "style") => void;

function withPlaces(reports: readonly Reported[], place: LocateContent): readonly Problem[] {
  const told = [...reports].sort((a, b) => Number(Boolean(a.style)) - Number(Boolean(b.style))).slice(0, MOST_PROBLEMS);
  const problems = told.map(({ file, path, message, style }) => ({
    file,
    path: path.join("."),
    ...place(file, path),
    message,
    ...(style ? { style: true as const } : {}),
  }));
  const more = reports.length - told.length;
  if (more === 0) return problems;
  const file = "questionnaire.yaml";
  const message = `${more} more problems aren't named: mend these first`;
  return [...problems, { file, path: "", ...place(file, []), message, style: true }];
}

/** The file that a topic lies in, where each has one of its own. */
export const fileOf = (topic: Pick<Topic, "id">) => `${topic.id.replace(".", "/")}.yaml`;

/** Ids of what stands in the questionnaire's head. */
function checkIds({ pillars, stages, profile }: Questionnaire, report: Report): void {
  for (const [name, items] of Object.entries({ pillars, stages, profile })) {
    const seen = new Set<string>();
    items.forEach(({ id }, index) => {
      if (seen.has(id)) report("questionnaire.yaml", [name, index, "id"], `${id} is used before`);
      seen.add(id);
    });
  }
}

function checkTopics(questionnaire: Questionnaire, report: Report): void {
  const seen = new Map<string, string>();
  const topicIds = new Set<string>();
  const statements = new Map<string, string>();
  const facts = new Set(questionnaire.profile.map((fact) => fact.id));
  const stageIds = questionnaire.stages.map((stage) => stage.id);
  questionnaire.profile.forEach(({ id }, i) => {
    if (isOrganizationKey(id)) {
      report("questionnaire.yaml", ["profile", i, "id"], `${id} is a key of every organization's data, not a fact`);
    }
  });

  questionnaire.pillars.forEach((pillar, p) => {
    if (!pillar.topics.some((topic) => topic.gate))
      report("questionnaire.yaml", ["pillars", p], `pillar ${pillar.id} has no gating topic`, "style");
    for (const topic of pillar.topics) {
      const file = fileOf(topic);
      if (topicIds.has(topic.id)) report(file, ["id"], `${topic.id} is used before`);
      topicIds.add(topic.id);
      if (!topic.id.startsWith(`${pillar.id}.`)) report(file, ["id"], `must begin with ${pillar.id}.`);
      if (topic.condition && !facts.has(topic.condition))
        report(file, ["condition"], `no profile fact is called ${topic.condition}`);
      if (!topic.prompt.endsWith("?")) report(file, ["prompt"], "must be a question", "style");
      for (const id of stageIds) if (!topic.stages[id]) report(file, ["stages"], `has no description of stage ${id}`);
      for (const id of Object.keys(topic.stages))
        if (!stageIds.includes(id)) report(file, ["stages", id], "no such stage");
      checkStages(topic, stageIds, report);
      topic.criteria.forEach((criterion, c) => {
        const first = seen.get(criterion.id);
        if (first) report(file, ["criteria", c, "id"], `${criterion.id} is used before, in ${first}`);
        seen.set(criterion.id, file);
        if (!criterion.id.startsWith(`${topic.id}.`))
          report(file, ["criteria", c, "id"], `must begin with ${topic.id}.`);
        const twin = statements.get(criterion.statement.toLowerCase());
        if (twin) report(file, ["criteria", c, "statement"], `says the same as ${twin}`);
        statements.set(criterion.statement.toLowerCase(), criterion.id);
        checkWording(criterion, (path, message) => report(file, ["criteria", c, ...path], message, "style"));
      });
    }
  });
  checkQuickCheck(questionnaire, report);
}

/** A quick check asks as much of each pillar, every gate among it, so that its stage means what it says. */
function checkQuickCheck({ pillars, quickCheck }: Questionnaire, report: Report): void {
  if (quickCheck.length === 0) return;
  const at = (index: number) => ["quickCheck", index];
  const known = new Set(pillars.flatMap(({ topics }) => topics.map(({ id }) => id)));
  const chosen = new Set<string>();
  quickCheck.forEach((id, i) => {
    if (!known.has(id)) report("questionnaire.yaml", at(i), `no topic is called ${id}`);
    else if (chosen.has(id)) report("questionnaire.yaml", at(i), `${id} is named before`);
    chosen.add(id);
  });
  const share = Math.round(quickCheck.length / pillars.length);
  for (const { id: pillar, topics } of pillars) {
    const here = topics.filter(({ id }) => chosen.has(id)).length;
    if (here !== share) {
      report(
        "questionnaire.yaml",
        ["quickCheck"],
        `topics of ${pillar} here: ${here}; of each pillar ${share} are expected`,
        "style",
      );
    }
    for (const { id, gate } of topics) {
      if (gate && !chosen.has(id)) report("questionnaire.yaml", ["quickCheck"], `lacks the gate ${id}`, "style");
    }
  }
}

function checkStages(topic: Topic, stageIds: readonly string[], report: Report): void {
  const file = fileOf(topic);
  topic.criteria.forEach((criterion, c) => {
    if (!stageIds.slice(1).includes(criterion.stage)) {
      report(file, ["criteria", c, "stage"], `must be one of ${stageIds.slice(1).join(", ")}`);
    }
  });
  for (const stage of stageIds.slice(1)) {
    const criteria = topic.criteria.filter((criterion) => criterion.stage === stage);
    if (criteria.length < CRITERIA_PER_STAGE.min || criteria.length > CRITERIA_PER_STAGE.max) {
      report(
        file,
        ["criteria"],
        `has ${criteria.length} criteria at ${stage}; ${CRITERIA_PER_STAGE.min} to ${CRITERIA_PER_STAGE.max} are expected`,
        "style",
      );
    }
    if (!topic.gate) continue;
    const total = criteria.reduce((sum, criterion) => sum + criterion.weight, 0);
    for (const criterion of criteria) {
      if (criterion.weight / total <= MIN_GATE_SHARE + MIN_GATE_SHARE_TOLERANCE) {
        report(
          file,
          ["criteria", topic.criteria.indexOf(criterion), "weight"],
          `is ${((100 * criterion.weight) / total).toFixed(0)} % of its stage; in a gating topic each needs more than 20 %`,
          "style",
        );
      }
    }
  }
}

function checkCrosswalk(questionnaire: Questionnaire, frameworks: readonly Framework[], report: Report): void {
  const known = new Map(frameworks.map(({ id, items }) => [id, new Map(items.map((item) => [item.id, item]))]));
  for (const topic of questionnaire.pillars.flatMap((pillar) => pillar.topics)) {
    topic.criteria.forEach((criterion, c) => {
      for (const framework of FRAMEWORKS) {
        const ids = criterion.crosswalk[framework] ?? [];
        ids.forEach((id, i) => {
          const plain = framework === "cisa" ? id.split("/")[0] : id;
          const item = plain === undefined ? undefined : known.get(framework)?.get(plain);
          const path = ["criteria", c, "crosswalk", framework, i];
          if (!item) report(fileOf(topic), path, `${framework} has no ${id}`);
          else if (item.withdrawn) report(fileOf(topic), path, `${id} is withdrawn from ${framework}`);
        });
        if (new Set(ids).size < ids.length)
          report(fileOf(topic), ["criteria", c, "crosswalk", framework], "names an id twice");
      }
      if (Object.values(criterion.crosswalk).every((ids) => !ids || ids.length === 0)) {
        report(fileOf(topic), ["criteria", c, "crosswalk"], "is empty", "style");
      }
    });
  }
}

function checkInitiatives(questionnaire: Questionnaire, report: Report): void {
  const criteria = new Set(
    questionnaire.pillars
      .flatMap((pillar) => pillar.topics)
      .flatMap((topic) => topic.criteria)
      .map((criterion) => criterion.id),
  );
  const byId = new Map(questionnaire.initiatives.map((initiative) => [initiative.id, initiative]));
  const delivered = new Set(questionnaire.initiatives.flatMap((initiative) => initiative.delivers));
  const position = new Map<string, number>();
  const seen = new Set<string>();
  for (const initiative of questionnaire.initiatives) {
    const pillar = initiative.id.split(".")[0] ?? "";
    const file = `initiatives/${pillar}.yaml`;
    const index = position.get(pillar) ?? 0;
    position.set(pillar, index + 1);
    const at = (path: readonly PropertyKey[], message: string) =>
      report(file, [index, ...path], `${initiative.id}: ${message}`);
    if (seen.has(initiative.id)) at(["id"], "is used before");
    seen.add(initiative.id);
    initiative.delivers.forEach((id, i) => {
      if (!criteria.has(id)) at(["delivers", i], `no criterion is called ${id}`);
    });
    initiative.prerequisites.forEach((id, i) => {
      if (!byId.has(id)) at(["prerequisites", i], `no initiative is called ${id}`);
    });
    const { low, likely, high } = initiative.effort;
    if (!(low <= likely && likely <= high)) at(["effort"], "needs low ≤ likely ≤ high");
  }
  const cycle = findCycle(questionnaire);
  if (cycle) report("initiatives", [], `prerequisites run in a circle: ${cycle.join(" → ")}`);
  for (const id of criteria) if (!delivered.has(id)) report("initiatives", [], `no initiative delivers ${id}`, "style");
}

/** Without recursion: a chain of prerequisites may be as long as a text. */
function findCycle({ initiatives }: Questionnaire): readonly string[] | undefined {
  const next = new Map(initiatives.map((initiative) => [initiative.id, initiative.prerequisites]));
  const visit = (id: string) => ({ id, rest: (next.get(id) ?? []).values() });
  const done = new Set<string>();
  for (const start of next.keys()) {
    const trail = done.has(start) ? [] : [visit(start)];
    const within = new Set(trail.map(({ id }) => id));
    for (let last = trail.at(-1); last; last = trail.at(-1)) {
      const { value: id, done: ended } = last.rest.next();
      if (ended) {
        done.add(last.id);
        within.delete(last.id);
        trail.pop();
      } else if (within.has(id)) {
        const ids = trail.map((step) => step.id);
        return [...ids.slice(ids.indexOf(id)), id];
      } else if (!done.has(id)) {
        within.add(id);
        trail.push(visit(id));
      }
    }
  }
  return undefined;
}

function coverageOf(questionnaire: Questionnaire, frameworks: readonly Framework[]): readonly Coverage[] {
  const named = new Map<FrameworkId, Set<string>>(FRAMEWORKS.map((id) => [id, new Set<string>()]));
  for (const topic of questionnaire.pillars.flatMap((pillar) => pillar.topics)) {
    for (const criterion of topic.criteria) {
      for (const id of FRAMEWORKS) for (const item of criterion.crosswalk[id] ?? []) named.get(id)?.add(item);
    }
  }
  const rows: Coverage[] = [];
  const add = (framework: Framework, what: string, wanted: readonly string[], has: (id: string) => boolean) => {
    const missing = wanted.filter((id) => !has(id));
    rows.push({
      framework: framework.title,
      what,
      covered: wanted.length - missing.length,
      total: wanted.length,
      missing,
    });
  };
  for (const framework of frameworks) {
    const ids = named.get(framework.id) ?? new Set<string>();
    const items = framework.items.map((item) => item.id);
    if (framework.id === "cisa") {
      const functions = new Set([...ids].map((id) => id.split("/")[0]));
      add(framework, "functions", items, (id) => functions.has(id));
      add(
        framework,
        "function stages",
        items.flatMap((id) => ["initial", "advanced", "optimal"].map((stage) => `${id}/${stage}`)),
        (id) => ids.has(id),
      );
    } else if (framework.id === "dod") {
      const capabilities = new Map(framework.items.map((item) => [item.id, item.group ?? item.id]));
      const reached = new Set([...ids].map((id) => capabilities.get(id)));
      add(framework, "capabilities", [...new Set(capabilities.values())], (id) => reached.has(id));
      add(framework, "activities", items, (id) => ids.has(id));
    } else if (framework.id === "ms" || framework.id === "nist-800-207") {
      add(framework, framework.id === "ms" ? "objectives" : "tenets", items, (id) => ids.has(id));
    }
  }
  return rows;
}
