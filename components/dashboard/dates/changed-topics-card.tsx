import { Card } from "@/components/ui/card";
import { LinkArea } from "@/components/ui/link-area";
import { Table, Td, Th } from "@/components/ui/table";
import type { ChangedTopic } from "@/lib/core/dashboard/dates/changed-topics";
import { formatCount, formatGain, formatLevel, formatNumberOf } from "@/lib/core/words/format";

const THREE = { decimals: 3 };

type Props = Readonly<{ topics: readonly ChangedTopic[]; limit: number; allHref: string }>;

/** Topics by the size of their part in the change: before, after, cause, who. */
export function ChangedTopicsCard({ topics, limit, allHref }: Props) {
  const shown = topics.slice(0, limit);
  return (
    <Card
      title="By topic"
      subtitle={`${formatNumberOf(topics.length, "topic")} changed, by size of the part in the overall level. With scope and content the parts add up to the whole.`}
    >
      {topics.length > 0 && (
        <LinkArea>
          <Table caption="Topics by size of change">
            <thead>
              <tr>
                <Th>Topic</Th>
                <Th numeric>Before</Th>
                <Th numeric>After</Th>
                <Th numeric>Overall</Th>
                <Th className="max-sm:hidden">Cause</Th>
                <Th className="max-sm:hidden">Who</Th>
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <tr key={row.id}>
                  <Th scope="row" className="sm:min-w-48">
                    <a href={row.href} className="hover:underline">
                      {row.title}
                    </a>
                    <span className="block text-small font-normal text-ink-2">{row.pillar}</span>
                    <span className="block text-small font-normal text-ink-2 sm:hidden">
                      {[row.cause, row.by].filter(Boolean).join(" · ")}
                    </span>
                  </Th>
                  <Td numeric>{level(row.before)}</Td>
                  <Td numeric>{level(row.after)}</Td>
                  <Td numeric>{formatGain(row.change, THREE)}</Td>
                  <Td className="max-sm:hidden">{row.cause}</Td>
                  <Td className="max-sm:hidden">{row.by}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
          {topics.length > shown.length && (
            <p className="mt-3 text-note">
              <a href={allHref} className="link">
                Show all {formatCount(topics.length)}
              </a>
            </p>
          )}
        </LinkArea>
      )}
    </Card>
  );
}

function level(value: number | undefined): string {
  return value === undefined ? "left out" : formatLevel(value);
}
