import { notFound } from "next/navigation";
import { DashboardHeader } from "@/components/dashboard/dashboard-header";
import { DraftStamp } from "@/components/dashboard/draft-stamp";
import { ScoredDashboard } from "@/components/dashboard/scored-dashboard";
import { WorkspaceFrame } from "@/components/workspace/workspace-frame";
import { dashboardLinks } from "@/lib/core/dashboard/addresses";
import { describeArchitecture } from "@/lib/core/dashboard/architecture";
import { describeDashboard } from "@/lib/core/dashboard/describe-dashboard";
import { readPage } from "@/lib/server/access/door/read-page";
import { readDashboard } from "@/lib/server/assessments/read-dashboard";
import { readProjection } from "@/lib/server/plans/read-projection";
import { benchmarksOn } from "@/lib/server/platform/benchmarks-on";

type Asked = Promise<{ organization?: string; assessment?: string }>;

const held = new Map<string, Awaited<ReturnType<typeof read>>>();

/** The dashboard with data that were read once: what drawing costs without session, queries and scoring. It isn't there in ordinary use. */
export default async function ConstantDashboardPage({ searchParams }: { searchParams: Asked }) {
  const { organization = "", assessment = "" } = await searchParams;
  if (!benchmarksOn()) notFound();
  const key = `${organization}/${assessment}`;
  const { state, dashboard, architecture, links } = held.get(key) ?? (await read(organization, assessment));
  if (!held.has(key)) held.set(key, { state, dashboard, architecture, links });
  return (
    <WorkspaceFrame
      organization={{ slug: organization, name: organization, sample: true }}
      person={{ id: "", name: "bench", email: "bench@example.org", role: "owner" }}
      assessment={{ slug: assessment, name: assessment, scope: "Group", completeness: "92 %" }}
      unread={0}
      rights={{ audit: true, reports: true, interviews: true }}
    >
      <DashboardHeader
        provenance="As of one moment"
        links={links}
        snapshots={state.snapshots}
        against={state.against?.past.id}
        approved={false}
        mayExport
      />
      <main className="grid gap-4 px-7 pt-5 pb-8 max-sm:px-3.5 print:block print:space-y-4 print:p-0">
        <DraftStamp />
        <ScoredDashboard dashboard={dashboard} architecture={architecture} targetDay={state.target.by} links={links} />
      </main>
    </WorkspaceFrame>
  );
}

async function read(organization: string, assessment: string) {
  const page = await readPage(organization, "results.read", async (db, actor) => {
    const state = await readDashboard(db, actor, { slug: assessment });
    return { ...state, projection: await readProjection(db, state) };
  });
  if (!page.allowed) notFound();
  const state = page.data;
  const { questionnaire, model } = state.stored;
  const links = dashboardLinks(`/${organization}/assessments/${assessment}`);
  const dashboard = describeDashboard({ ...state, questionnaire, model, links });
  if (!dashboard) notFound();
  return { state, dashboard, architecture: describeArchitecture(questionnaire.pillars, dashboard.pillars), links };
}
