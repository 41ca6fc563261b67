import Link from "next/link";
import { StageLabel } from "@/components/marks/stage-label";
import { Table, Td, Th } from "@/components/ui/table";
import type { Levels } from "@/lib/core/charts/types";
import type { StageRef } from "@/lib/core/marks/stage-ref";
import { CHART_WORDS } from "@/lib/core/words/charts";
import { formatLevel } from "@/lib/core/words/format";

type Row = Levels & Readonly<{ id: string; name: string; href?: string; stage?: StageRef }>;

type Props = Readonly<{
  caption: string;
  /** What the rows are: "Pillar". */
  of: string;
  rows: readonly Row[];
}>;

/** Levels as a table: stage where there is one, claimed, up to, verified, last and target where there are any. */
export function LevelsTable({ caption, of, rows }: Props) {
  const staged = rows.some((row) => row.stage);
  const last = rows.some((row) => row.last !== undefined);
  const target = rows.some((row) => row.target !== undefined);
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>{of}</Th>
          {staged && <Th>{CHART_WORDS.stage}</Th>}
          <Th numeric>{CHART_WORDS.claimed}</Th>
          <Th numeric>{CHART_WORDS.upTo}</Th>
          <Th numeric>{CHART_WORDS.verified}</Th>
          {last && <Th numeric>{CHART_WORDS.last}</Th>}
          {target && <Th numeric>{CHART_WORDS.target}</Th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Th scope="row">
              {row.href ? (
                <Link href={row.href} prefetch={false} className="link">
                  {row.name}
                </Link>
              ) : (
                row.name
              )}
            </Th>
            {staged && <Td>{row.stage && <StageLabel stage={row.stage} size="small" />}</Td>}
            <Td numeric>{formatLevel(row.low)}</Td>
            <Td numeric>{formatLevel(row.high)}</Td>
            <Td numeric>{formatLevel(row.verified)}</Td>
            {last && <Td numeric>{row.last === undefined ? "" : formatLevel(row.last)}</Td>}
            {target && <Td numeric>{row.target === undefined ? "" : formatLevel(row.target)}</Td>}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
