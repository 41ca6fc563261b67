import Link from "next/link";
import { Card } from "@/components/ui/card";
import { Table, Td, Th } from "@/components/ui/table";
import type { DashboardLinks } from "@/lib/core/dashboard/addresses";
import type { VerifiedAhead } from "@/lib/core/dashboard/verified-ahead";
import { formatCount, formatDay, formatGain, formatLevel } from "@/lib/core/words/format";

type Props = Readonly<{ ahead: VerifiedAhead; verified: number; links: DashboardLinks; className?: string }>;

/** Days are the first ones on which the evidence no longer counts; each opens the dashboard as of that day. */
export function VerifiedAheadCard({ ahead, verified, links, className }: Props) {
  return (
    <Card title="Evidence ahead" subtitle={ahead.sentence} className={className}>
      {ahead.drops.length === 0 ? (
        <p className="text-note text-ink-2">
          The verified level falls by itself when evidence expires. What expires in the next 90 days is shown here.
        </p>
      ) : (
        <Table caption="Verified level as evidence expires">
          <thead>
            <tr>
              <Th>Expires</Th>
              <Th numeric>Pieces</Th>
              <Th numeric>Verified</Th>
              <Th numeric>Change</Th>
            </tr>
          </thead>
          <tbody>
            {firstAndLast(ahead.drops).map(({ day, pieces, level }) => (
              <tr key={day}>
                <Th scope="row">
                  <Link href={links.dashboard({ asOf: day })} prefetch={false} className="link">
                    {formatDay(day)}
                  </Link>
                </Th>
                <Td numeric>{formatCount(pieces)}</Td>
                <Td numeric>{formatLevel(level)}</Td>
                <Td numeric>{formatGain(level - verified)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {ahead.drops.length > SHOWN && (
        <p className="mt-2 text-small text-ink-2">
          The first {SHOWN - 1} of {ahead.drops.length} days, and the last.
        </p>
      )}
    </Card>
  );
}

const SHOWN = 8;

function firstAndLast(drops: VerifiedAhead["drops"]): VerifiedAhead["drops"] {
  return drops.length > SHOWN ? [...drops.slice(0, SHOWN - 1), ...drops.slice(-1)] : drops;
}
