import { causesWords } from "@/lib/core/dashboard/change-rows";
import type { TwoDates } from "@/lib/core/dashboard/dates/describe-dates";
import { formatLevel, formatNumberOf } from "@/lib/core/words/format";
import { ChangeTableCard } from "./change-table-card";

type Props = Readonly<{ dates: Pick<TwoDates, "topics" | "criteria">; limit: number; allHref: string }>;

/** What changed between two dates, topic by topic and criterion by criterion. */
export function ChangedCards({ dates: { topics, criteria }, limit, allHref }: Props) {
  return (
    <>
      <ChangeTableCard
        title="By topic"
        subtitle={`${formatNumberOf(topics.length, "topic")} changed, by size of the part in the overall level. With scope and content the parts add up to the whole.`}
        caption="Topics by size of change"
        of="Topic"
        values="levels"
        decimals={3}
        limit={limit}
        allHref={allHref}
        rows={topics.map(({ title, pillar, before, after, causes, ...row }) => ({
          ...row,
          ...{ name: title, place: pillar, before: level(before), after: level(after) },
          cause: causesWords(causes),
        }))}
      />
      {criteria.length > 0 && (
        <ChangeTableCard
          id="open"
          title="By criterion"
          subtitle="Shared out along the straight line between the two dates, so that the order of changes plays no part."
          caption="Criteria by their part in the change"
          of="Criterion"
          values="answers"
          decimals={4}
          limit={limit}
          allHref={`${allHref}#open`}
          rows={criteria.map(({ statement, answer, evidence, causes, ...row }) => ({
            ...row,
            ...{ name: statement, change: answer + evidence, cause: causesWords(causes) },
          }))}
        />
      )}
    </>
  );
}

function level(value: number | undefined): string {
  return value === undefined ? "left out" : formatLevel(value);
}
