import type { Metadata } from "next";
import { Waterfall } from "@/components/charts/waterfall";
import { AsOfNotice } from "@/components/dashboard/as-of-notice";
import { ChangedCards } from "@/components/dashboard/dates/changed-cards";
import { DatesForm } from "@/components/dashboard/dates/dates-form";
import { MissingDates } from "@/components/dashboard/dates/missing-dates";
import { DraftStamp } from "@/components/dashboard/draft-stamp";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { NotAllowed } from "@/components/workspace/not-allowed";
import { type DatesView, dashboardLinks } from "@/lib/core/dashboard/addresses";
import { describeDates } from "@/lib/core/dashboard/dates/describe-dates";
import { formatDay } from "@/lib/core/words/format";
import { readPage } from "@/lib/server/access/door/read-page";
import { readTwoDates } from "@/lib/server/assessments/read-two-dates";
import { chartSource, provenanceOf } from "../provenance";
import { type Asked, readView } from "../view";

export const metadata: Metadata = { title: "Two dates" };

type Props = { params: Promise<{ organization: string; assessment: string }>; searchParams: Promise<Asked> };

/** Topics and criteria that are listed before "Show all". */
const FIRST_ROWS = 20;

export default async function TwoDatesPage({ params, searchParams }: Props) {
  const { organization, assessment } = await params;
  const asked = await searchParams;
  const view: DatesView = {
    from: typeof asked.from === "string" ? asked.from : undefined,
    to: typeof asked.to === "string" ? asked.to : undefined,
    measure: asked.measure === "verified" ? "verified" : undefined,
  };
  const { asOf } = readView(asked);
  const page = await readPage(organization, "results.read", (db, actor) =>
    readTwoDates(db, actor, { slug: assessment, ...view, asOf }),
  );
  if (!page.allowed) return <NotAllowed />;
  const { state, ends, missing } = page.data;
  const links = dashboardLinks(`/${organization}/assessments/${assessment}`, { asOf });
  const dates = ends && describeDates({ ...ends, measure: view.measure ?? "low", links });
  const limit = asked.open === "all" ? Number.POSITIVE_INFINITY : FIRST_ROWS;
  const allHref = ends ? links.dates({ from: ends.a.id, to: ends.b.id, measure: view.measure, open: "all" }) : "";
  return (
    <>
      <PageHeader
        above={<Breadcrumb label="Way here" crumbs={[{ label: "Dashboard", href: links.dashboard() }]} />}
        title={ends ? `From ${formatDay(ends.a.day)} to ${formatDay(ends.b.day)}` : "Two dates"}
        provenance={provenanceOf(state, asOf)}
      />
      <main
        data-chart-source={chartSource(state, page.actor.organizationName, asOf)}
        className="grid gap-4 px-7 pt-5 pb-8 max-sm:px-3.5 print:block print:space-y-4 print:p-0"
      >
        {state.assessment.state !== "approved" && <DraftStamp />}
        {asked.asOf !== undefined && <AsOfNotice asked={String(asked.asOf)} day={asOf} links={links} />}
        {missing.length > 0 && <MissingDates missing={missing} ends={ends} />}
        {ends && (
          <DatesForm
            action={links.dates({})}
            snapshots={state.snapshots}
            a={ends.a.id}
            b={ends.b.id}
            view={view}
            asOf={asOf}
            links={links}
          />
        )}
        {!ends && (
          <EmptyState title="Nothing to compare yet">
            A snapshot keeps all answers of a day. Once there is one from an earlier day, this shows how far the level
            moved since and by what, topic by topic. Snapshots are taken under Scope and data, and by each approval.
          </EmptyState>
        )}
        {ends && !dates && (
          <EmptyState title="One of the two dates has no score">
            Everything was out of scope or not applicable then. Choose another date.
          </EmptyState>
        )}
        {ends && dates && (
          <>
            <Waterfall
              id="waterfall"
              title="Change by cause"
              dates={dates}
              stages={state.stored.questionnaire.stages.length}
            />
            <ChangedCards dates={dates} limit={limit} allHref={allHref} />
          </>
        )}
      </main>
    </>
  );
}
