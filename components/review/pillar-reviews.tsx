import { StageLabel } from "@/components/marks/stage-label";
import { Badge } from "@/components/ui/badge";
import { Table, Td, Th } from "@/components/ui/table";
import type { PillarRow } from "@/lib/core/review/describe-pillars";
import { PillarActions } from "./pillar-actions";

type Props = Readonly<{
  rows: readonly PillarRow[];
  api: string;
  /** Pillars that may be sent to review by who looks. */
  sends: "all" | readonly string[];
  signs: boolean;
  approved: boolean;
}>;

const TONES = { "in-progress": "plain", "in-review": "accent", "signed-off": "strong", reopened: "danger" } as const;

/** How far each pillar's review is, and the next step of it. */
export function PillarReviews({ rows, api, sends, signs, approved }: Props) {
  return (
    <Table caption="Review of each pillar" cards>
      <thead>
        <tr>
          <Th>Pillar</Th>
          <Th>Stage</Th>
          <Th numeric>Level</Th>
          <Th>Remains</Th>
          <Th>
            <span className="sr-only">Next step</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Td className="lg:min-w-40">
              <span className="flex flex-wrap items-baseline gap-x-2 font-medium">
                {row.title} <Badge tone={TONES[row.state]}>{row.stateWords}</Badge>
              </span>
              {row.about.map((line) => (
                <span key={line} className="block text-small text-ink-2">
                  {line}
                </span>
              ))}
            </Td>
            <Td>{row.stage && <StageLabel stage={row.stage} size="small" />}</Td>
            <Td numeric className="whitespace-nowrap">
              {row.level ?? "none"}
            </Td>
            <Td className="lg:min-w-48 text-small text-ink-2">
              {row.remains.length > 0 ? row.remains.join(", ") : "nothing"}
            </Td>
            <Td className="text-right">
              {!approved && (
                <PillarActions
                  row={row}
                  api={`${api}/pillars/${row.id}`}
                  sends={sends === "all" || sends.includes(row.id)}
                  signs={signs}
                />
              )}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
