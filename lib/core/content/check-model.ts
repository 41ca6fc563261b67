import type { Framework } from "./check";
import { type ModelFile, OWN_STAGE } from "./model-schema";
import type { Locate } from "./read-yaml";
import type { Problem } from "./types";

/**
 * Checks what a model's schema alone can't: ids are used once, stages exist and the first holds nothing, every id is one of the framework,
 * and every function, activity or tenet of the framework has its place, once.
 *
 * @param place finds line and column of a path in the model's file, for messages
 */
export function checkModel(
  file: string,
  model: ModelFile,
  frameworks: readonly Framework[],
  place: Locate,
): readonly Problem[] {
  const problems: Problem[] = [];
  const report = (path: readonly PropertyKey[], message: string) =>
    problems.push({ file, ...place(path), path: path.join("."), message });
  const expected = new Set(expectedIds(model, frameworks));
  const stages = model.stages === "questionnaire" ? [] : model.stages.slice(1).map(({ id }) => id);
  const allowed = model.stages === "questionnaire" ? [OWN_STAGE] : stages;
  const placed = new Set<string>();
  const topics = new Set<string>();
  const pillars = new Set<string>();
  model.pillars.forEach((pillar, p) => {
    if (pillars.has(pillar.id)) report(["pillars", p, "id"], `${pillar.id} is used before`);
    pillars.add(pillar.id);
    pillar.topics.forEach((topic, t) => {
      const path = ["pillars", p, "topics", t];
      if (topics.has(topic.id)) report([...path, "id"], `${topic.id} is used before`);
      topics.add(topic.id);
      if (!topic.prompt.endsWith("?")) report([...path, "prompt"], "must be a question");
      for (const [stage, ids] of Object.entries(topic.criteria)) {
        if (!allowed.includes(stage)) report([...path, "criteria", stage], `must be one of ${allowed.join(", ")}`);
        ids.forEach((id, i) => {
          const at = [...path, "criteria", stage, i];
          if (!expected.has(id)) report(at, `${model.framework} has no ${id}`);
          else if (placed.has(id)) report(at, `${id} is placed before`);
          placed.add(id);
        });
      }
    });
  });
  const missing = [...expected].filter((id) => !placed.has(id));
  if (missing.length > 0) report(["pillars"], `has no place for ${missing.join(", ")}`);
  return problems;
}

/** What a crosswalk may name of the model's framework; CISA's functions carry their stage. */
function expectedIds(model: ModelFile, frameworks: readonly Framework[]): readonly string[] {
  const all = frameworks.find(({ id }) => id === model.framework)?.items ?? [];
  const items = all.filter(({ withdrawn }) => !withdrawn).map(({ id }) => id);
  if (model.framework !== "cisa") return items;
  return items.flatMap((id) => ["initial", "advanced", "optimal"].map((stage) => `${id}/${stage}`));
}
