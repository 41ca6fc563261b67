import { atHome } from "../content/resolve-model";
import type { Questionnaire } from "../content/types";
import type { Contribution, CriterionState } from "../frameworks/criterion-states";
import type { ModelLinks } from "./addresses";

/** A criterion that contributes to something, ready to be shown. */
export type ContributionRow = Readonly<{
  id: string;
  statement: string;
  state: CriterionState;
  /** "Identity · Sign-in strength" */
  place: string;
  /** Its topic in the walk. */
  href: string;
}>;

/** Finds the rows of contributions; of a questionnaire once, as it looks everything up by id. */
export function contributionRows(
  questionnaire: Questionnaire,
  links: ModelLinks,
): (of: readonly Contribution[]) => readonly ContributionRow[] {
  const places = new Map(
    questionnaire.pillars.flatMap(({ title, topics }) =>
      topics.map((topic) => [topic.id, `${title} · ${topic.short}`]),
    ),
  );
  const criteria = new Map(atHome(questionnaire).map((criterion) => [criterion.id, criterion]));
  return (of) =>
    of.flatMap(({ criterion: id, state }) => {
      const criterion = criteria.get(id);
      if (!criterion) return [];
      const { statement, home } = criterion;
      const place = places.get(home) ?? "";
      return [{ id, statement, state, place, href: links.walk(home) }];
    });
}
