import Link from "next/link";
import { Table, Td, Th } from "@/components/ui/table";
import type { StandingRow } from "@/lib/core/models/describe-coverage";
import { formatCount, formatCountOf, formatPercent } from "@/lib/core/words/format";
import { StateBar } from "./state-bar";

/** Frameworks by how much of them the criteria touch, and how what is touched stands. */
export function FrameworkTable({ caption, rows }: Readonly<{ caption: string; rows: readonly StandingRow[] }>) {
  const someLeftOut = rows.some(({ leftOut }) => leftOut > 0);
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>Framework</Th>
          <Th>Touched at all</Th>
          <Th className="w-2/5 max-sm:hidden">Of the whole</Th>
          <Th numeric className="max-md:hidden">
            Met
          </Th>
          <Th numeric className="max-md:hidden">
            Partly
          </Th>
          <Th numeric className="max-md:hidden">
            Not met
          </Th>
          <Th numeric className="max-md:hidden">
            Not known
          </Th>
          {someLeftOut && (
            <Th numeric className="max-md:hidden">
              Left out
            </Th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <Th scope="row">
              <Link href={row.href} prefetch={false} className="link inline-block py-1">
                {row.title}
              </Link>
              <span className="block text-small font-normal text-ink-2 md:hidden">
                {row.met} met · {row.partly} partly · {row.open} not met · {row.unknown} not known
                {row.leftOut > 0 && ` · ${formatCount(row.leftOut)} out of scope or not applicable`}
              </span>
            </Th>
            <Td>
              {formatPercent(row.total === 0 ? 0 : row.touched / row.total)}
              <span className="block text-small text-ink-2">
                {formatCountOf({ count: row.touched, population: row.total, unit: row.many })}
              </span>
            </Td>
            <Td className="max-sm:hidden">
              <div className="pt-1.5">
                <StateBar label={row.sentence} {...bar(row)} />
              </div>
            </Td>
            <Td numeric className="max-md:hidden">
              {row.met}
            </Td>
            <Td numeric className="max-md:hidden">
              {row.partly}
            </Td>
            <Td numeric className="max-md:hidden">
              {row.open}
            </Td>
            <Td numeric className="max-md:hidden">
              {row.unknown}
            </Td>
            {someLeftOut && (
              <Td numeric className="max-md:hidden">
                {row.leftOut}
              </Td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function bar({ total, met, partly, open, unknown }: StandingRow) {
  return { total, met, partly, open, unknown };
}
