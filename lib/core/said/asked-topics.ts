import type { Questionnaire } from "../content/types";

/** A topic with what somebody needs to answer it by itself: plain words and where to look, no crosswalk and no weights. */
export type AskedTopic = Readonly<{
  id: string;
  title: string;
  prompt: string;
  why: string;
  criteria: readonly Readonly<{
    id: string;
    /** The stage's title. */
    stage: string;
    statement: string;
    population?: string;
    unit?: string;
    check: string;
    look: readonly string[];
  }>[];
}>;

/** The topics named, in the questionnaire's order. */
export function askedTopics(
  { pillars, stages }: Pick<Questionnaire, "pillars" | "stages">,
  wanted: readonly string[],
): readonly AskedTopic[] {
  const names = new Set(wanted);
  const stageTitle = new Map(stages.map((stage) => [stage.id, stage.title]));
  return pillars
    .flatMap((pillar) => pillar.topics)
    .filter((topic) => names.has(topic.id))
    .map(({ id, title, prompt, why, criteria }) => ({
      id,
      title,
      prompt,
      why,
      criteria: criteria.map((criterion) => ({
        id: criterion.id,
        stage: stageTitle.get(criterion.stage) ?? criterion.stage,
        statement: criterion.statement,
        population: criterion.population,
        unit: criterion.unit,
        check: criterion.check,
        look: criterion.look,
      })),
    }));
}
