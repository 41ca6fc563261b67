import { Table, Td, Th } from "@/components/ui/table";
import type { AcceptedRisk } from "@/lib/core/dashboard/slides/accepted-risk";
import { formatDay, formatNumberOf } from "@/lib/core/words/format";

const SHOWN = 6;

/** The register of accepted risk, what ends first on top; no more than a slide holds. */
export function RiskTable({ risks }: Readonly<{ risks: readonly AcceptedRisk[] }>) {
  return (
    <>
      <Table caption="Accepted risk">
        <thead>
          <tr>
            <Th>Deviation from</Th>
            <Th className="max-sm:hidden">Reason</Th>
            <Th>Owner</Th>
            <Th>Until</Th>
          </tr>
        </thead>
        <tbody>
          {risks.slice(0, SHOWN).map(({ criterion, statement, place, reason, owner, expires, expired }) => (
            <tr key={criterion}>
              <Th scope="row">
                {statement}
                <span className="block text-small font-normal text-ink-2">{place}</span>
              </Th>
              <Td className="max-sm:hidden">{reason}</Td>
              <Td>{owner}</Td>
              <Td className="whitespace-nowrap">
                {formatDay(expires)}
                {expired && <span className="block text-small font-medium text-danger">run out</span>}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {risks.length > SHOWN && (
        <p className="mt-2 text-note text-ink-2">
          {formatNumberOf(risks.length - SHOWN, "more deviation")} in the report.
        </p>
      )}
    </>
  );
}
