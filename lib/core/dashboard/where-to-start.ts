import type { Questionnaire } from "../content/types";
import type { Profile } from "../scoring/types";
import type { DashboardLinks } from "./addresses";

/** A pillar's gates in scope, as questions to begin with. */
export type StartPillar = Readonly<{
  id: string;
  title: string;
  gates: readonly Readonly<{ id: string; title: string; prompt: string; walkHref: string }>[];
}>;

/** Pillars that have a gate in scope, in the order of the content. */
export function whereToStart(
  { pillars }: Pick<Questionnaire, "pillars">,
  profile: Profile,
  links: Pick<DashboardLinks, "walk">,
): readonly StartPillar[] {
  return pillars.flatMap(({ id, title, topics }): readonly StartPillar[] => {
    const gates = topics
      .filter((topic) => topic.gate && (topic.condition === undefined || profile[topic.condition] !== false))
      .map((topic) => ({ id: topic.id, title: topic.title, prompt: topic.prompt, walkHref: links.walk(topic.id) }));
    return gates.length > 0 ? [{ id, title, gates }] : [];
  });
}
