import type { Pillar } from "../content/types";

/** Topics that one kind of person usually knows the answers of, those with the most open first. */
export type Asked = Readonly<{
  /** As the content names them: "identity engineer". */
  who: string;
  topics: readonly Readonly<{ id: string; title: string; pillar: string; open: number }>[];
  open: number;
}>;

/**
 * Sorts the topics in scope by who can answer them. A topic that several can answer stands with each.
 * @param isOpen whether a criterion isn't known yet
 * @param inScope whether a topic counts under the profile
 */
export function whoCanAnswer(
  pillars: readonly Pillar[],
  isOpen: (criterion: string) => boolean,
  inScope: (topic: string) => boolean,
): readonly Asked[] {
  const groups = new Map<string, Asked["topics"][number][]>();
  for (const pillar of pillars) {
    for (const topic of pillar.topics.filter(({ id }) => inScope(id))) {
      const open = topic.criteria.filter(({ id }) => isOpen(id)).length;
      for (const who of topic.asks) {
        groups.set(who, [...(groups.get(who) ?? []), { id: topic.id, title: topic.title, pillar: pillar.title, open }]);
      }
    }
  }
  return [...groups]
    .map(([who, topics]) => ({ who, topics, open: topics.reduce((sum, topic) => sum + topic.open, 0) }))
    .sort((a, b) => b.open - a.open || b.topics.length - a.topics.length || a.who.localeCompare(b.who, "en"));
}
