import type { Metadata } from "next";
import { chartSource } from "@/app/(workspace)/[organization]/assessments/[assessment]/dashboard/provenance";
import { type Asked, readView } from "@/app/(workspace)/[organization]/assessments/[assessment]/dashboard/view";
import { DraftStamp } from "@/components/dashboard/draft-stamp";
import { Deck } from "@/components/dashboard/present/deck";
import { SlideBody } from "@/components/dashboard/present/slide-body";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { NotAllowed } from "@/components/workspace/not-allowed";
import { dashboardLinks } from "@/lib/core/dashboard/addresses";
import { indexContent } from "@/lib/core/dashboard/content-index";
import { describeDashboard } from "@/lib/core/dashboard/describe-dashboard";
import { planProjection } from "@/lib/core/dashboard/plan-projection";
import { describeSlides } from "@/lib/core/dashboard/slides/describe-slides";
import { readPage } from "@/lib/server/access/door/read-page";
import { readPresentation } from "@/lib/server/assessments/read-presentation";

export const metadata: Metadata = { title: "Presentation" };

type Props = { params: Promise<{ organization: string; assessment: string }>; searchParams: Promise<Asked> };

export default async function PresentPage({ params, searchParams }: Props) {
  const { organization, assessment } = await params;
  const view = readView(await searchParams);
  const page = await readPage(organization, "results.read", (db, actor) =>
    readPresentation(db, actor, { slug: assessment, ...view }),
  );
  if (!page.allowed) return <NotAllowed />;
  const state = page.data;
  const { questionnaire, model } = state.stored;
  const links = dashboardLinks(`/${organization}/assessments/${assessment}`, view);
  const projection = state.plan && view.asOf === undefined ? planProjection(state.plan, state.claims.asOf) : [];
  const dashboard = describeDashboard({ ...state, questionnaire, model, links, projection });
  if (!dashboard || dashboard.answered === 0) {
    return (
      <main className="p-7">
        <EmptyState
          title="Nothing to present yet"
          action={<ButtonLink href={links.dashboard()}>Back to the dashboard</ButtonLink>}
        >
          The slides are written from the answers. They are here as soon as something is answered.
        </EmptyState>
      </main>
    );
  }
  const { plan, exceptions, claims, target } = state;
  const facts = { dashboard, index: indexContent(questionnaire), plan, exceptions, asOf: claims.asOf, by: target.by };
  const presentation = describeSlides(facts);
  const source = chartSource(state, page.actor.organizationName, view.asOf);
  const draft = state.assessment.state !== "approved";
  return (
    <div data-chart-source={source}>
      <h1 className="sr-only">
        {page.actor.organizationName}, {state.assessment.name}: presentation
      </h1>
      {draft && <DraftStamp />}
      <Deck
        draft={draft}
        source={source}
        back={links.dashboard()}
        pages={presentation.slides.map(({ kind, topic, message, notes }) => ({
          id: kind,
          topic,
          message,
          notes,
          body: <SlideBody kind={kind} dashboard={dashboard} presentation={presentation} by={target.by} />,
        }))}
      />
    </div>
  );
}
