import type { Metadata } from "next";
import { Roadmap } from "@/components/roadmap/roadmap";
import { ROADMAP_VIEWS } from "@/components/roadmap/roadmap-views";
import { PageHeader } from "@/components/ui/page-header";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { NotAllowed } from "@/components/workspace/not-allowed";
import { capitalise, formatMoment } from "@/lib/core/words/format";
import { PLAN_ORDER } from "@/lib/core/words/roadmap";
import { readPage } from "@/lib/server/access/door/read-page";
import { can } from "@/lib/server/access/roles";
import { type RoadmapPage, readRoadmap } from "@/lib/server/plans/read-roadmap";
import { chartSource, provenanceOf } from "../dashboard/provenance";

export const metadata: Metadata = { title: "Roadmap" };

type Props = {
  params: Promise<{ organization: string; assessment: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function RoadmapRoute({ params, searchParams }: Props) {
  const { organization, assessment } = await params;
  const page = await readPage(organization, "results.read", (db, actor) => readRoadmap(db, actor, assessment));
  if (!page.allowed) return <NotAllowed />;
  const query = await searchParams;
  const view = ROADMAP_VIEWS.find((known) => known === query.view) ?? "timeline";
  const { state, plan } = page.data;
  const planned = planWords(plan);
  const path = `/${organization}/assessments/${assessment}`;
  return (
    <>
      <PageHeader
        title="Roadmap"
        provenance={`${provenanceOf(state, undefined)} · ${planned}`}
        status={PLAN_ORDER}
        actions={
          <SegmentedLinks
            label="View"
            segments={ROADMAP_VIEWS.map((name) => ({
              label: capitalise(name),
              href: name === "timeline" ? `${path}/roadmap` : `${path}/roadmap?view=${name}`,
              current: name === view,
            }))}
          />
        }
      />
      <Roadmap
        data={page.data.data}
        view={view}
        mayWrite={can(page.actor, "plan.write")}
        base={path}
        source={`${chartSource(state, page.actor.organizationName)} · ${planned}`}
        api={`/api/organizations/${organization}/assessments/${assessment}/plan`}
      />
    </>
  );
}

function planWords({ changed }: RoadmapPage["plan"]): string {
  if (!changed) return "plan with its first settings";
  return `plan of ${formatMoment(changed.at, "UTC")}${changed.by ? ` by ${changed.by}` : ""}`;
}
