import { notFound } from "next/navigation";
import { DashboardHeader } from "@/components/dashboard/dashboard-header";
import { DraftStamp } from "@/components/dashboard/draft-stamp";
import { ScoredDashboard } from "@/components/dashboard/scored-dashboard";
import { WorkspaceFrame } from "@/components/workspace/workspace-frame";
import { dashboardLinks } from "@/lib/core/dashboard/addresses";
import { readPage } from "@/lib/server/access/door/read-page";
import { readDescribedDashboard } from "@/lib/server/assessments/read-described-dashboard";
import { benchmarksOn } from "@/lib/server/platform/benchmarks-on";

type Asked = Promise<{ organization?: string; assessment?: string }>;

const held = new Map<string, Awaited<ReturnType<typeof read>>>();

/** The dashboard with data that were read once: what drawing costs without session, queries and scoring. It isn't there in ordinary use. */
export default async function ConstantDashboardPage({ searchParams }: { searchParams: Asked }) {
  const { organization = "", assessment = "" } = await searchParams;
  if (!benchmarksOn()) notFound();
  const key = `${organization}/${assessment}`;
  const state = held.get(key) ?? (await read(organization, assessment));
  held.set(key, state);
  return (
    <WorkspaceFrame
      organization={{ slug: organization, name: organization, sample: true }}
      person={{ id: "", name: "bench", email: "bench@example.org", role: "owner" }}
      assessment={{ slug: assessment, name: assessment, scope: "Group", completeness: "92 %" }}
      keeping="device"
      unread={0}
      rights={{ audit: true, reports: true, interviews: true }}
    >
      <DashboardHeader
        provenance="As of one moment"
        links={state.links}
        snapshots={state.snapshots}
        against={state.against}
        approved={false}
        mayExport
      />
      <main className="grid gap-4 px-7 pt-5 pb-8 max-sm:px-3.5 print:block print:space-y-4 print:p-0">
        <DraftStamp />
        <ScoredDashboard
          dashboard={state.dashboard}
          architecture={state.architecture}
          targetDay={state.targetDay}
          links={state.links}
        />
      </main>
    </WorkspaceFrame>
  );
}

async function read(organization: string, assessment: string) {
  const base = `/${organization}/assessments/${assessment}`;
  const page = await readPage(organization, "results.read", (db, actor) =>
    readDescribedDashboard(db, actor, { base, slug: assessment, view: {} }),
  );
  if (!page.allowed || !page.data.dashboard) notFound();
  return { ...page.data, dashboard: page.data.dashboard, links: dashboardLinks(base) };
}
