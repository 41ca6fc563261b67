import type { Metadata } from "next";
import { DraftStamp } from "@/components/dashboard/draft-stamp";
import { ModelHead } from "@/components/models/model-head";
import { ModelPillar } from "@/components/models/model-pillar";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { NotAllowed } from "@/components/workspace/not-allowed";
import { dodCapabilities } from "@/lib/core/frameworks/dod-capabilities";
import { frameworkCoverage } from "@/lib/core/frameworks/framework-coverage";
import { FRAMEWORK_VIEWS } from "@/lib/core/frameworks/framework-views";
import { ALL, modelLinks } from "@/lib/core/models/addresses";
import { describeModel } from "@/lib/core/models/describe-model";
import { formatNames } from "@/lib/core/words/format";
import { readPage } from "@/lib/server/access/door/read-page";
import { loadFramework } from "@/lib/server/content/load-questionnaires";
import { readOneModel } from "@/lib/server/content/read-models";
import { readResults } from "@/lib/server/reviews/read-results";
import { provenanceOf } from "../../dashboard/provenance";
import { type Asked, readView } from "../view";

export const metadata: Metadata = { title: "Model" };

type Props = {
  params: Promise<{ organization: string; assessment: string; model: string }>;
  searchParams: Promise<Asked>;
};

export default async function ModelPage({ params, searchParams }: Props) {
  const { organization, assessment, model: id } = await params;
  const view = readView(await searchParams);
  const page = await readPage(organization, "results.read", async (db, actor) => {
    const state = await readResults(db, actor, assessment, view.asOf);
    return { state, ready: readOneModel(state.stored.questionnaire, id) };
  });
  if (!page.allowed) return <NotAllowed />;
  const { state, ready } = page.data;
  const { claims, stored } = state;
  const { questionnaire } = stored;
  const links = modelLinks(`/${organization}/assessments/${assessment}`, view);
  const framework = FRAMEWORK_VIEWS.find((each) => each.model === id);
  const coverage = framework && frameworkCoverage(framework, loadFramework(framework.crosswalk), questionnaire, claims);
  const capabilities = coverage && framework.crosswalk === "dod" ? dodCapabilities(coverage) : undefined;
  const shown = describeModel({ ...ready, questionnaire, claims, links, capabilities, show: view.show });
  return (
    <>
      <PageHeader
        above={<Breadcrumb label="Way here" crumbs={[{ label: "Models", href: links.models }]} />}
        title={shown.title}
        provenance={`${provenanceOf(state, view.asOf)} · ${id} ${ready.tree.version}`}
        actions={
          <>
            <ButtonLink href={links.model(id, view.show === ALL ? undefined : ALL)}>
              {view.show === ALL ? "Close the lists" : "List all open criteria"}
            </ButtonLink>
            {coverage && <ButtonLink href={links.coverage(coverage.id)}>Coverage</ButtonLink>}
          </>
        }
      />
      <main className="grid gap-4 px-7 pt-5 pb-8 max-sm:px-3.5 print:block print:space-y-4 print:p-0">
        {state.assessment.state !== "approved" && <DraftStamp />}
        {shown.overall ? (
          <ModelHead view={shown} overall={shown.overall} />
        ) : (
          <EmptyState title="No score" action={<ButtonLink href={links.settings}>Look at the scope</ButtonLink>}>
            Every topic of this model is out of scope or answered as not applicable, so nothing is left to score.
          </EmptyState>
        )}
        {shown.pillars.map((pillar) => (
          <ModelPillar key={pillar.id} pillar={pillar} threshold={shown.threshold} />
        ))}
        {shown.overall && shown.leftOut.length > 0 && (
          <p className="px-0.5 text-small text-ink-2">
            Without a score, because nothing of it applies: {formatNames(shown.leftOut)}.
          </p>
        )}
      </main>
    </>
  );
}
