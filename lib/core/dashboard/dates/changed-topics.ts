import type { Cause } from "../../scoring/change";
import { formatNames } from "../../words/format";
import type { DashboardLinks } from "../addresses";
import type { ContentIndex } from "../content-index";
import type { ChangedCriterion } from "./changed-criteria";

/** A topic whose level or whose part in the whole changed. */
export type ChangedTopic = Readonly<{
  id: string;
  title: string;
  pillar: string;
  /** Own level at each date; absent where it counted nowhere. */
  before?: number;
  after?: number;
  /** Part in the change of the overall level, of its criteria together; what scope and content did is not in it. */
  change: number;
  /** Scope and content where no criterion moved it. */
  causes: readonly Cause[];
  /** Who changed its answers: "identity engineer and CISO". */
  by: string;
  href: string;
}>;

const MOST_NAMES = 2;

/** Topics by the size of their part, then of the change of their own level. */
export function changedTopics(
  {
    criteria,
    before,
    after,
  }: Readonly<{
    criteria: readonly ChangedCriterion[];
    before: ReadonlyMap<string, number>;
    after: ReadonlyMap<string, number>;
  }>,
  index: ContentIndex,
  links: Pick<DashboardLinks, "explain">,
): readonly ChangedTopic[] {
  const parts = new Map<string, ChangedCriterion[]>();
  for (const row of criteria) parts.set(row.topic, [...(parts.get(row.topic) ?? []), row]);
  const rows = [...index.topics.values()].flatMap(({ topic, pillar }): readonly ChangedTopic[] => {
    const own = parts.get(topic.id) ?? [];
    const [was, is] = [before.get(topic.id), after.get(topic.id)];
    if (own.length === 0 && was === is) return [];
    const names = [...new Set(own.map(({ by }) => by.split(", ")[0] ?? "").filter(Boolean))];
    return [
      {
        id: topic.id,
        title: topic.title,
        pillar: pillar.title,
        before: was,
        after: is,
        change: own.reduce((sum, { answer, evidence }) => sum + answer + evidence, 0),
        causes: own.length === 0 ? ["scope", "content"] : [...new Set(own.flatMap(({ causes }) => causes))],
        by: formatNames(names, { most: MOST_NAMES }),
        href: links.explain({ of: "topic", id: topic.id }),
      },
    ];
  });
  const moved = (row: ChangedTopic) => Math.abs((row.after ?? 1) - (row.before ?? 1));
  return rows.sort((x, y) => Math.abs(y.change) - Math.abs(x.change) || moved(y) - moved(x));
}
