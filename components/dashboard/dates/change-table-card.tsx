import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { LinkArea } from "@/components/ui/link-area";
import { ShowAll } from "@/components/ui/show-all";
import { Table, Td, Th } from "@/components/ui/table";
import { formatGain } from "@/lib/core/words/format";

/** One row: what changed, from what to what, by how much of the overall level, why and who. */
type Row = Readonly<{
  id: string;
  href: string;
  name: string;
  /** Where it belongs, under its name. */
  place: string;
  before: string;
  after: string;
  /** Part in the change of the overall level. */
  change: number;
  cause: string;
  by: string;
}>;

type Props = Readonly<{
  title: string;
  subtitle: ReactNode;
  caption: string;
  /** What a row is: "Topic". */
  of: string;
  rows: readonly Row[];
  /** How many rows are shown at first, and the address that shows all. */
  limit: number;
  allHref: string;
  /** Decimals of the part in the whole, so that parts can be added up. */
  decimals: number;
  id?: string;
  /** Levels stand in figures. On a phone both stand under the name. */
  values: "levels" | "answers";
}>;

/** What changed between two dates as a table, the largest part first. */
export function ChangeTableCard(props: Props) {
  const { title, subtitle, caption, of, rows, limit, allHref, decimals, id, values } = props;
  const shown = rows.slice(0, limit);
  const levels = values === "levels";
  return (
    <Card id={id} title={title} subtitle={subtitle} className={id ? "scroll-mt-4" : ""}>
      {rows.length > 0 && (
        <LinkArea>
          <Table caption={caption}>
            <thead>
              <tr>
                <Th>{of}</Th>
                <Th numeric={levels} className="max-sm:hidden">
                  Before
                </Th>
                <Th numeric={levels} className="max-sm:hidden">
                  After
                </Th>
                <Th numeric>Overall</Th>
                <Th className="max-sm:hidden">Cause</Th>
                <Th className="max-sm:hidden">Who</Th>
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <tr key={row.id}>
                  <Th scope="row" className="sm:min-w-52">
                    <a href={row.href} className="hover:underline">
                      {row.name}
                    </a>
                    <span className="block text-small font-normal text-ink-2">{row.place}</span>
                    <span className="block text-small font-normal text-ink-2 sm:hidden">
                      {[row.cause, `${row.before} → ${row.after}`, row.by].filter(Boolean).join(" · ")}
                    </span>
                  </Th>
                  <Td numeric={levels} className="max-sm:hidden">
                    {row.before}
                  </Td>
                  <Td numeric={levels} className="max-sm:hidden">
                    {row.after}
                  </Td>
                  <Td numeric>{formatGain(row.change, { decimals })}</Td>
                  <Td className="max-sm:hidden">{row.cause}</Td>
                  <Td className="max-sm:hidden">{row.by}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
          <ShowAll shown={shown.length} all={rows.length} href={allHref} />
        </LinkArea>
      )}
    </Card>
  );
}
