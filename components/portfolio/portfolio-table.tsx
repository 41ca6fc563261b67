import Link from "next/link";
import { LevelBar } from "@/components/marks/level-bar";
import { StageLabel } from "@/components/marks/stage-label";
import { Badge } from "@/components/ui/badge";
import { Named, Table, Td, Th } from "@/components/ui/table";
import { stageRef } from "@/lib/core/marks/stage-ref";
import { type PortfolioQuery, type PortfolioSort, portfolioSearch } from "@/lib/core/portfolio/portfolio-query";
import { daysSinceWords, daysUntilWords } from "@/lib/core/words/days";
import { formatBand, formatCompleteness, formatDay, formatLevel } from "@/lib/core/words/format";
import { assessmentStateWords } from "@/lib/core/words/provenance";

type Row = Readonly<{
  slug: string;
  name: string;
  sample: boolean;
  assessment: Readonly<{ slug: string; name: string; state: string }> | null;
  stages: readonly Readonly<{ id: string; title: string }>[];
  stage: string | null;
  low: number | null;
  high: number | null;
  verified: number | null;
  answered: number;
  inScope: number;
  lastChangeAt: Date | null;
  nextDue: string | null;
  nextDueOf: "evidence" | "target" | null;
  stale: boolean;
}>;

type Props = Readonly<{ rows: readonly Row[]; query: PortfolioQuery; today: string }>;

/** Figures that are best seen from the largest down when their column is chosen first. */
const DOWN_FIRST: readonly PortfolioSort[] = ["level", "verified", "known", "changed"];

/** One row an organization: where its newest assessment stands, how old that is, and what is due. On a phone each row is a card. */
export function PortfolioTable({ rows, query, today }: Props) {
  const head = (sort: PortfolioSort) => {
    const current = query.sort === sort;
    const order = current ? (query.order === "up" ? "down" : "up") : DOWN_FIRST.includes(sort) ? "down" : "up";
    return {
      sortHref: `/clients?${portfolioSearch({ ...query, sort, order, page: 1 })}`,
      sorted: current ? (query.order === "up" ? ("ascending" as const) : ("descending" as const)) : undefined,
    };
  };
  return (
    <Table
      caption="Organizations with their newest assessment"
      cards
      className="rounded-md border border-line bg-raised px-3"
    >
      <thead>
        <tr>
          <Th {...head("name")}>Organization</Th>
          <Th className="max-sm:hidden">Stage</Th>
          <Th {...head("level")} className="lg:min-w-52">
            Level
          </Th>
          <Th numeric {...head("verified")}>
            Verified
          </Th>
          <Th numeric {...head("known")}>
            Known
          </Th>
          <Th {...head("changed")}>Last change</Th>
          <Th {...head("due")}>Next due</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <PortfolioLine key={row.slug} row={row} today={today} />
        ))}
      </tbody>
    </Table>
  );
}

function PortfolioLine({ row, today }: Readonly<{ row: Row; today: string }>) {
  const { assessment, low, high, verified, stage } = row;
  const scored = low !== null && high !== null && verified !== null && stage !== null;
  const ref = scored ? stageRef(row.stages, stage) : null;
  return (
    <tr>
      <Td className="lg:min-w-48">
        <span className="flex flex-wrap items-center gap-x-2">
          <Link href={`/${row.slug}`} className="link font-medium wrap-anywhere">
            {row.name}
          </Link>
          {row.sample && <Badge>sample</Badge>}
          {row.stale && <span className="text-small text-ink-2">being reckoned anew</span>}
        </span>
        <span className="block text-small text-ink-2">
          {ref && scored && (
            <span className="mt-1 flex flex-wrap items-center gap-x-2 text-ink sm:hidden">
              <StageLabel stage={ref} size="small" />
              <span className="font-mono">{formatBand({ low, high })}</span>
            </span>
          )}
          {assessment ? (
            <>
              <Link href={`/${row.slug}/assessments/${assessment.slug}/dashboard`} className="link">
                {assessment.name}
              </Link>{" "}
              · {assessmentStateWords(assessment.state)}
            </>
          ) : (
            "no assessment yet"
          )}
        </span>
      </Td>
      <Td className="max-sm:hidden">{ref && <StageLabel stage={ref} size="small" />}</Td>
      <Td className="max-sm:hidden">
        {ref && scored ? (
          <span className="grid grid-cols-[minmax(3rem,1fr)_auto] lg:grid-cols-[minmax(6rem,1fr)_auto] items-center gap-3">
            <LevelBar name={row.name} tone={ref.tone} stages={ref.of} low={low} high={high} verified={verified} />
            <span className="font-mono whitespace-nowrap">{formatBand({ low, high })}</span>
          </span>
        ) : (
          assessment && <span className="text-ink-2">no score</span>
        )}
      </Td>
      <Td numeric>{verified !== null && <Named name="Verified">{formatLevel(verified)}</Named>}</Td>
      <Td numeric>{row.inScope > 0 && <Named name="Known">{formatCompleteness(row.answered, row.inScope)}</Named>}</Td>
      <Td>
        {row.lastChangeAt && (
          <Named name="Last change">{daysSinceWords(row.lastChangeAt.toISOString().slice(0, 10), today)}</Named>
        )}
      </Td>
      <Td>
        {row.nextDue && (
          <>
            <Named name="Next due">{daysUntilWords(row.nextDue, today)}</Named>
            <span className="block text-small text-ink-2">
              {row.nextDueOf === "evidence" ? "evidence expires" : "target"} {formatDay(row.nextDue)}
            </span>
          </>
        )}
      </Td>
    </tr>
  );
}
