import type { Metadata } from "next";
import { Roadmap } from "@/components/roadmap/roadmap";
import { ROADMAP_VIEWS } from "@/components/roadmap/roadmap-views";
import { PageHeader } from "@/components/ui/page-header";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { NotAllowed } from "@/components/workspace/not-allowed";
import { capitalise, formatMoment } from "@/lib/core/words/format";
import { provenanceWords } from "@/lib/core/words/provenance";
import { PLAN_ORDER } from "@/lib/core/words/roadmap";
import { readPage } from "@/lib/server/access/door/read-page";
import { can } from "@/lib/server/access/roles";
import { type RoadmapPage, readRoadmap } from "@/lib/server/plans/read-roadmap";

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
  const path = `/${organization}/assessments/${assessment}`;
  return (
    <>
      <PageHeader
        title="Roadmap"
        provenance={provenance(page.data)}
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
        api={`/api/organizations/${organization}/assessments/${assessment}/plan`}
      />
    </>
  );
}

function provenance({ state: { assessment }, plan: { changed } }: RoadmapPage): string {
  const from = provenanceWords({
    now: new Date(),
    timeZone: "UTC",
    state: assessment.state,
    questionnaire: assessment.questionnaire,
    version: assessment.version,
  });
  const plan = changed
    ? `plan of ${formatMoment(changed.at, "UTC")}${changed.by ? ` by ${changed.by}` : ""}`
    : "plan with its first settings";
  return `${from} · ${plan}`;
}
