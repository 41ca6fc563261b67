import type { Metadata } from "next";
import { AgainstNotice } from "@/components/dashboard/against-notice";
import { AsOfNotice } from "@/components/dashboard/as-of-notice";
import { DashboardHeader } from "@/components/dashboard/dashboard-header";
import { DraftStamp } from "@/components/dashboard/draft-stamp";
import { NoScore } from "@/components/dashboard/no-score";
import { ScoredDashboard } from "@/components/dashboard/scored-dashboard";
import { UnansweredDashboard } from "@/components/dashboard/unanswered-dashboard";
import { NotAllowed } from "@/components/workspace/not-allowed";
import { dashboardLinks } from "@/lib/core/dashboard/addresses";
import { readPage } from "@/lib/server/access/door/read-page";
import { can } from "@/lib/server/access/roles";
import { readDescribedDashboard } from "@/lib/server/assessments/read-described-dashboard";
import { chartSource, provenanceOf } from "./provenance";
import { type Asked, readView } from "./view";

export const metadata: Metadata = { title: "Dashboard" };

type Props = { params: Promise<{ organization: string; assessment: string }>; searchParams: Promise<Asked> };

export default async function DashboardPage({ params, searchParams }: Props) {
  const { organization, assessment } = await params;
  const asked = await searchParams;
  const view = readView(asked);
  const base = `/${organization}/assessments/${assessment}`;
  const page = await readPage(organization, "results.read", (db, actor) =>
    readDescribedDashboard(db, actor, { base, slug: assessment, view }),
  );
  if (!page.allowed) return <NotAllowed />;
  const { actor, data: state } = page;
  const { dashboard } = state;
  const links = dashboardLinks(base, view);
  return (
    <>
      <DashboardHeader
        provenance={provenanceOf(state, view.asOf)}
        links={links}
        snapshots={state.snapshots}
        against={state.against}
        approved={state.assessment.state === "approved"}
        mayExport={can(actor, "report.export")}
      />
      <main
        data-chart-source={chartSource(state, actor.organizationName, view.asOf)}
        className="grid gap-4 px-7 pt-5 pb-8 max-sm:px-3.5 print:block print:space-y-4 print:p-0"
      >
        {state.assessment.state !== "approved" && <DraftStamp />}
        {asked.asOf !== undefined && <AsOfNotice asked={String(asked.asOf)} day={view.asOf} links={links} />}
        {asked.against !== undefined && (view.against === undefined || state.against !== view.against) && (
          <AgainstNotice compared={state.against !== undefined} links={links} />
        )}
        {!dashboard && <NoScore links={links} />}
        {dashboard && dashboard.answered === 0 && (
          <UnansweredDashboard dashboard={dashboard} start={state.start} links={links} />
        )}
        {dashboard && dashboard.answered > 0 && (
          <ScoredDashboard
            dashboard={dashboard}
            architecture={state.architecture}
            targetDay={state.targetDay}
            links={links}
          />
        )}
      </main>
    </>
  );
}
