import { Card } from "@/components/ui/card";
import { LinkArea } from "@/components/ui/link-area";
import { Table, Td, Th } from "@/components/ui/table";
import type { ChangedCriterion } from "@/lib/core/dashboard/dates/changed-criteria";
import { formatCount, formatGain } from "@/lib/core/words/format";

type Props = Readonly<{ criteria: readonly ChangedCriterion[]; limit: number; allHref: string }>;

/** Four decimals, so that the parts can be added up. */
const FOUR = { decimals: 4 };

/** The change criterion by criterion, the largest part first. */
export function ChangedCriteriaCard({ criteria, limit, allHref }: Props) {
  const shown = criteria.slice(0, limit);
  return (
    <Card
      id="open"
      title="By criterion"
      subtitle="Shared out along the straight line between the two dates, so that the order of changes plays no part."
      className="scroll-mt-4"
    >
      <LinkArea>
        <Table caption="Criteria by their part in the change">
          <thead>
            <tr>
              <Th>Criterion</Th>
              <Th className="max-sm:hidden">Cause</Th>
              <Th className="max-sm:hidden">Before</Th>
              <Th className="max-sm:hidden">After</Th>
              <Th className="max-sm:hidden">Who</Th>
              <Th numeric>Overall</Th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.id}>
                <Th scope="row" className="sm:min-w-56">
                  <a href={row.href} className="hover:underline">
                    {row.statement}
                  </a>
                  <span className="block text-small font-normal text-ink-2">{row.place}</span>
                  <span className="block text-small font-normal text-ink-2 sm:hidden">
                    {row.cause}: {row.before} → {row.after}
                    {row.by && ` · ${row.by}`}
                  </span>
                </Th>
                <Td className="max-sm:hidden">{row.cause}</Td>
                <Td className="max-sm:hidden">{row.before}</Td>
                <Td className="max-sm:hidden">{row.after}</Td>
                <Td className="max-sm:hidden">{row.by}</Td>
                <Td numeric>{formatGain(row.answer + row.evidence, FOUR)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
        {criteria.length > shown.length && (
          <p className="mt-3 text-note">
            <a href={allHref} className="link">
              Show all {formatCount(criteria.length)}
            </a>
          </p>
        )}
      </LinkArea>
    </Card>
  );
}
