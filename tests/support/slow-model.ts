import type { Framework } from "../../lib/core/content/check";
import type { Questionnaire } from "../../lib/core/content/types";
import type { ModelCriterion, ModelTree } from "../../lib/core/scoring/compile-model";

/**
 * The trees of the built-in models once more, from the frameworks' own lists and the crosswalk alone, sharing no code and no file
 * with the models. Slow and plain; tests compare the two.
 */
export function slowModel(id: string, questionnaire: Questionnaire, frameworks: readonly Framework[]): ModelTree {
  const items = (framework: string) => frameworks.find((each) => each.id === framework)?.items ?? [];
  const { threshold } = questionnaire;
  const stages = (...ids: string[]) => ids.map((each) => ({ id: each }));
  switch (id) {
    case "zero-trust":
      return questionnaire;
    case "cisa-ztmm":
      return {
        threshold: 0.8,
        stages: stages("traditional", "initial", "advanced", "optimal"),
        pillars: groups(items("cisa"), (item) => item.group ?? "").map(([pillar, functions]) => ({
          id: pillar,
          weight: 1,
          topics: functions.map((item) => ({
            id: item.id,
            weight: 1,
            gate: false,
            criteria: criteria(questionnaire, (crosswalk) =>
              (crosswalk.cisa ?? []).flatMap((name) => {
                const [functionId, stage = ""] = name.split("/");
                return functionId === item.id ? [stage] : [];
              }),
            ),
          })),
        })),
      };
    case "dod-zero-trust":
      return {
        threshold: 0.8,
        stages: stages("baseline", "target", "advanced"),
        pillars: groups(items("dod"), (item) => item.id.split(".")[0] ?? "").map(([pillar, activities]) => ({
          id: pillar,
          weight: 1,
          topics: groups(activities, (item) => item.group ?? "").map(([capability, members]) => ({
            id: capability,
            weight: 1,
            gate: true,
            criteria: criteria(questionnaire, (crosswalk) =>
              members.filter((member) => crosswalk.dod?.includes(member.id)).map((member) => member.level ?? ""),
            ),
          })),
        })),
      };
    default:
      return {
        threshold,
        stages: questionnaire.stages,
        pillars: [
          {
            id: "tenets",
            weight: 1,
            topics: items("nist-800-207").map((item) => ({
              id: item.id,
              weight: 1,
              gate: false,
              criteria: criteria(questionnaire, (crosswalk, stage) =>
                crosswalk["nist-800-207"]?.includes(item.id) ? [stage] : [],
              ),
            })),
          },
        ],
      };
  }
}

type Crosswalk = Questionnaire["pillars"][number]["topics"][number]["criteria"][number]["crosswalk"];

/** Every criterion at each stage that `stagesOf` gives it, once. */
function criteria(
  questionnaire: Questionnaire,
  stagesOf: (crosswalk: Crosswalk, stage: string) => readonly string[],
): readonly ModelCriterion[] {
  const placed: ModelCriterion[] = [];
  for (const pillar of questionnaire.pillars)
    for (const topic of pillar.topics)
      for (const { id, stage, weight, crosswalk } of topic.criteria)
        for (const place of new Set(stagesOf(crosswalk, stage)))
          placed.push({ id, weight, stage: place, condition: topic.condition });
  return placed;
}

function groups<T>(items: readonly T[], key: (item: T) => string): readonly [string, readonly T[]][] {
  const found: [string, T[]][] = [];
  for (const item of items) {
    const group = found.find(([name]) => name === key(item));
    if (group) group[1].push(item);
    else found.push([key(item), [item]]);
  }
  return found;
}
