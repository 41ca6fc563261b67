import { LinkArea } from "@/components/ui/link-area";
import { Table, Td, Th } from "@/components/ui/table";
import { CAUSES } from "@/lib/core/dashboard/change-rows";
import type { ChangeExplanation } from "@/lib/core/dashboard/explain/explain-change";
import { formatCount, formatGain } from "@/lib/core/words/format";
import { Section } from "./section";

type Props = Readonly<{ explanation: ChangeExplanation; limit: number; allHref: string }>;

/** The change by cause with all its digits, and criterion by criterion. */
export function ChangeView({ explanation, limit, allHref }: Props) {
  const { view, criteria } = explanation;
  const { change } = view;
  const shown = criteria.slice(0, limit);
  return (
    <>
      <Section title="By cause" intro={view.sentence}>
        <Table caption="Parts of the change in overall level">
          <thead>
            <tr>
              <Th>Cause</Th>
              <Th className="max-sm:hidden">What it is</Th>
              <Th numeric>Overall</Th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <Th scope="row">Before</Th>
              <Td className="max-sm:hidden">{view.label}</Td>
              <Td numeric>{change.from.toFixed(4)}</Td>
            </tr>
            {CAUSES.map(({ cause, name, what }) => (
              <tr key={cause}>
                <Th scope="row">{name}</Th>
                <Td className="max-sm:hidden">{what}</Td>
                <Td numeric>{formatGain(change.causes[cause], ALL_DIGITS)}</Td>
              </tr>
            ))}
            <tr>
              <Th scope="row">Now</Th>
              <Td className="max-sm:hidden">The parts add up to the whole.</Td>
              <Td numeric>{change.to.toFixed(4)}</Td>
            </tr>
          </tbody>
        </Table>
      </Section>
      <Section
        id="open"
        title="By criterion"
        intro="Shared out along the straight line between the two dates, so that the order of changes plays no part."
      >
        <LinkArea>
          <Table caption="Criteria by their part in the change">
            <thead>
              <tr>
                <Th>Criterion</Th>
                <Th className="max-sm:hidden">Cause</Th>
                <Th className="max-sm:hidden">Before</Th>
                <Th className="max-sm:hidden">Now</Th>
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
                    </span>
                  </Th>
                  <Td className="max-sm:hidden">{row.cause}</Td>
                  <Td className="max-sm:hidden">{row.before}</Td>
                  <Td className="max-sm:hidden">{row.after}</Td>
                  <Td numeric>{formatGain(row.answer + row.evidence, ALL_DIGITS)}</Td>
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
      </Section>
    </>
  );
}

/** Four decimals, so that the parts can be added up. */
const ALL_DIGITS = { decimals: 4 };
