import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AsOfNotice } from "@/components/dashboard/as-of-notice";
import { DraftStamp } from "@/components/dashboard/draft-stamp";
import { ExplanationView } from "@/components/dashboard/explain/explanation-view";
import { NothingToExplain } from "@/components/dashboard/explain/nothing-to-explain";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { NotAllowed } from "@/components/workspace/not-allowed";
import { dashboardLinks, readExplainTarget } from "@/lib/core/dashboard/addresses";
import { type Explanation, explainNumber } from "@/lib/core/dashboard/explain/explain-number";
import { stageRefs } from "@/lib/core/marks/stage-ref";
import { formatMoment } from "@/lib/core/words/format";
import { readPage } from "@/lib/server/access/door/read-page";
import { type CriterionRecord, readCriterionRecord, readDashboard } from "@/lib/server/assessments/read-dashboard";
import { provenanceOf } from "../../provenance";
import { type Asked, readView } from "../../view";

export const metadata: Metadata = { title: "Why this number" };

type Props = {
  params: Promise<{ organization: string; assessment: string; what: string[] }>;
  searchParams: Promise<Asked>;
};

/** Open criteria that are listed before "Show all". */
const FIRST_ROWS = 25;

export default async function ExplainPage({ params, searchParams }: Props) {
  const { organization, assessment, what } = await params;
  const asked = await searchParams;
  const target = readExplainTarget(what);
  const view = readView(asked);
  const page = await readPage(organization, "results.read", async (db, actor) => {
    const state = await readDashboard(db, actor, { slug: assessment, ...view });
    const record = target?.of === "criterion" ? await readCriterionRecord(db, state, target.id) : NO_RECORD;
    return { state, record };
  });
  if (!page.allowed) return <NotAllowed />;
  if (!target) notFound();
  const { state, record } = page.data;
  const { questionnaire, model } = state.stored;
  const links = dashboardLinks(`/${organization}/assessments/${assessment}`, view);
  const explanation = explainNumber({ ...state, questionnaire, model, links }, target);
  if (!explanation) notFound();
  const own = links.explain(target);
  const found = explanation === "left-out" ? undefined : explanation;
  return (
    <>
      <PageHeader
        above={<Breadcrumb label="Way here" crumbs={crumbsOf(found, links)} />}
        title={found?.title ?? "No number here"}
        provenance={provenanceOf(state, view.asOf)}
        actions={found && "walkHref" in found && <ButtonLink href={found.walkHref}>Open in the walk</ButtonLink>}
      />
      <main className="grid gap-4 px-7 pt-5 pb-8 max-sm:px-3.5 print:block print:space-y-4 print:p-0">
        {state.assessment.state !== "approved" && <DraftStamp />}
        {asked.asOf !== undefined && <AsOfNotice asked={String(asked.asOf)} day={view.asOf} links={links} />}
        {found ? (
          <ExplanationView
            explanation={found}
            stages={stageRefs(questionnaire.stages)}
            detail={{ ...record, changed: changedWords(record) }}
            limit={asked.open === "all" ? Number.POSITIVE_INFINITY : FIRST_ROWS}
            allHref={`${own}${own.includes("?") ? "&" : "?"}open=all#open`}
          />
        ) : (
          <NothingToExplain links={links} />
        )}
      </main>
    </>
  );
}

const NO_RECORD: CriterionRecord = { note: "" };

function changedWords({ changedBy, changedAt }: CriterionRecord): string {
  if (!changedAt) return "";
  return `${changedBy ? `by ${changedBy}, ` : ""}${formatMoment(changedAt, "UTC")}`;
}

/** From the dashboard over the whole and the pillar down to the topic. */
function crumbsOf(explanation: Explanation | undefined, links: ReturnType<typeof dashboardLinks>) {
  const crumbs = [{ label: "Dashboard", href: links.dashboard() }];
  if (!explanation || explanation.of === "overall" || explanation.of === "pace") return crumbs;
  crumbs.push({ label: "Level and stage", href: links.explain({ of: "overall" }) });
  if ("pillar" in explanation) crumbs.push({ label: explanation.pillar.title, href: explanation.pillar.href });
  if (explanation.of === "criterion") crumbs.push({ label: explanation.topic.title, href: explanation.topicHref });
  return crumbs;
}
