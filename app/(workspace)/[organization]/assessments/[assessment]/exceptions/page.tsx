import type { Metadata } from "next";
import Link from "next/link";
import { z } from "zod";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { ButtonDownload } from "@/components/ui/button-download";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Named, Table, Td, Th } from "@/components/ui/table";
import { NotAllowed } from "@/components/workspace/not-allowed";
import {
  REGISTER_COLUMNS,
  REGISTER_STATE_WORDS,
  type RegisterColumn,
  sortRegister,
} from "@/lib/core/review/exception-register";
import { criterionSlug, topicOfCriterion, topicPath } from "@/lib/core/walk/outline";
import { formatDay, formatNumberOf } from "@/lib/core/words/format";
import { readPage } from "@/lib/server/access/door/read-page";
import { can } from "@/lib/server/access/roles";
import { readRegister } from "@/lib/server/reviews/read-register";

export const metadata: Metadata = { title: "Exceptions" };

type Props = {
  params: Promise<{ organization: string; assessment: string }>;
  searchParams: Promise<{ sort?: string; direction?: string }>;
};

const TITLES: Readonly<Record<RegisterColumn, string>> = {
  until: "Until",
  criterion: "Deviation from",
  pillar: "Pillar, topic",
  owner: "Owner",
  state: "State",
};
const TONES = { lapsed: "danger", soon: "strong", proposed: "accent", accepted: "plain" } as const;

export default async function ExceptionsPage({ params, searchParams }: Props) {
  const { organization, assessment } = await params;
  const asked = await searchParams;
  const sort = z.enum(REGISTER_COLUMNS).catch("until").parse(asked.sort);
  const direction = asked.direction === "descending" ? "descending" : "ascending";
  const page = await readPage(organization, "results.read", (db, actor) => readRegister(db, actor, assessment));
  if (!page.allowed) return <NotAllowed />;
  const { actor, data } = page;
  const rows = sortRegister(data.rows, sort, direction);
  const home = `/${organization}/assessments/${assessment}`;
  const count = (state: string) => rows.filter((row) => row.state === state).length;
  const hrefOf = (column: RegisterColumn) => {
    const turned = column === sort && direction === "ascending" ? "descending" : "ascending";
    return `${home}/exceptions?sort=${column}&direction=${turned}`;
  };
  return (
    <>
      <PageHeader
        title="Exceptions"
        provenance={[
          `As of ${formatDay(data.asOf)}`,
          formatNumberOf(rows.length, "exception"),
          `${count("lapsed")} lapsed, ${count("soon")} within 30 days, ${count("proposed")} to be accepted`,
        ].join(" · ")}
        actions={
          can(actor, "report.export") &&
          rows.length > 0 && (
            <ButtonDownload
              href={`/api/organizations/${organization}/assessments/${assessment}/exceptions/register.csv`}
            >
              Export CSV
            </ButtonDownload>
          )
        }
      />
      <main className="grid grid-cols-[minmax(0,1fr)] gap-4 px-7 py-5 max-sm:px-3.5">
        {rows.length === 0 ? (
          <EmptyState title="No exception yet" action={<ButtonLink href={`${home}/walk`}>Open the walk</ButtonLink>}>
            An exception accepts a deviation for a time: with an owner, a reason, the risk and a last day. It is
            proposed beside a criterion of the walk, accepted by somebody else, shown everywhere and never scored as
            met.
          </EmptyState>
        ) : (
          <Card
            title="Register of accepted risk"
            subtitle="No score counts an exception as met. A lapsed one is back in the review queue."
          >
            <Table caption="Register of accepted risk" cards>
              <thead>
                <tr>
                  {REGISTER_COLUMNS.map((column) => (
                    <Th
                      key={column}
                      sortHref={hrefOf(column)}
                      sorted={column === sort ? direction : undefined}
                      className={column === "pillar" ? "max-lg:hidden" : undefined}
                    >
                      {TITLES[column]}
                    </Th>
                  ))}
                  <Th>Reason and risk</Th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.criterion}>
                    <Td className="whitespace-nowrap">
                      <Named name="until">{formatDay(row.expires)}</Named>
                    </Td>
                    <Td className="sm:min-w-44 lg:min-w-60">
                      <Link
                        className="link"
                        href={`${home}/walk/${topicPath(topicOfCriterion(row.criterion))}#${criterionSlug(row.criterion)}`}
                      >
                        {row.statement}
                      </Link>
                      <span className="block text-small text-ink-2">
                        <span className="lg:hidden">
                          {row.pillar}, {row.topic} ·{" "}
                        </span>
                        {row.answer}
                      </span>
                    </Td>
                    <Td className="max-lg:hidden lg:min-w-36">
                      {row.pillar}
                      <span className="block text-small text-ink-2">{row.topic}</span>
                    </Td>
                    <Td className="lg:min-w-28">
                      <Named name="Owner:">{row.owner}</Named>
                    </Td>
                    <Td className="lg:min-w-32">
                      <Badge tone={TONES[row.state]}>{REGISTER_STATE_WORDS[row.state]}</Badge>
                      <span className="block text-small text-ink-2">
                        {row.acceptedBy && row.acceptedOn
                          ? `by ${row.acceptedBy}, ${formatDay(row.acceptedOn)}`
                          : `proposed by ${row.proposedBy}`}
                      </span>
                    </Td>
                    <Td className="wrap-break-word sm:min-w-40 lg:min-w-60">
                      {row.reason}
                      {row.risk && <span className="block text-small text-ink-2">Risk: {row.risk}</span>}
                    </Td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </Card>
        )}
      </main>
    </>
  );
}
