/** A criterion that evidence can speak to; `topic` is the topic's short name. */
export type CriterionChoice = Readonly<{ id: string; statement: string; topic: string }>;

type Topic = Readonly<{ id: string; short: string; criteria: readonly Readonly<{ id: string }>[] }>;
type Text = Readonly<{ criteria: readonly Readonly<{ id: string; statement: string }>[] }>;

/**
 * The criteria of topics, those of one topic first.
 *
 * @param texts by topic; a criterion whose words aren't there yet is left out
 */
export function choicesIn(
  topics: readonly Topic[],
  texts: ReadonlyMap<string, Text>,
  first: string,
): readonly CriterionChoice[] {
  const ordered = [...topics.filter(({ id }) => id === first), ...topics.filter(({ id }) => id !== first)];
  return ordered.flatMap(({ id, short, criteria }) => {
    const statements = new Map(texts.get(id)?.criteria.map((text) => [text.id, text.statement]));
    return criteria.flatMap((one) => {
      const statement = statements.get(one.id);
      return statement === undefined ? [] : [{ id: one.id, statement, topic: short }];
    });
  });
}
