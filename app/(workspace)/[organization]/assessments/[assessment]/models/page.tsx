import type { Metadata } from "next";
import { DraftStamp } from "@/components/dashboard/draft-stamp";
import { FrameworkTable } from "@/components/models/framework-table";
import { ModelCard } from "@/components/models/model-card";
import { StateKey } from "@/components/models/state-key";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { NotAllowed } from "@/components/workspace/not-allowed";
import { attackMatrix } from "@/lib/core/frameworks/attack-matrix";
import { frameworkCoverage } from "@/lib/core/frameworks/framework-coverage";
import { FRAMEWORK_VIEWS } from "@/lib/core/frameworks/framework-views";
import { modelLinks } from "@/lib/core/models/addresses";
import { attackRow, coverageRow } from "@/lib/core/models/describe-coverage";
import { describeModels } from "@/lib/core/models/describe-models";
import { readPage } from "@/lib/server/access/door/read-page";
import { loadFramework } from "@/lib/server/content/load-questionnaires";
import { readModels } from "@/lib/server/content/read-models";
import { readResults } from "@/lib/server/reviews/read-results";
import { provenanceOf } from "../dashboard/provenance";
import { type Asked, readView } from "./view";

export const metadata: Metadata = { title: "Models" };

type Props = { params: Promise<{ organization: string; assessment: string }>; searchParams: Promise<Asked> };

export default async function ModelsPage({ params, searchParams }: Props) {
  const { organization, assessment } = await params;
  const view = readView(await searchParams);
  const page = await readPage(organization, "results.read", (db, actor) =>
    readResults(db, actor, assessment, view.asOf),
  );
  if (!page.allowed) return <NotAllowed />;
  const { claims, stored, assessment: row } = page.data;
  const { questionnaire } = stored;
  const links = modelLinks(`/${organization}/assessments/${assessment}`, view);
  const frameworks = FRAMEWORK_VIEWS.filter(({ model }) => model === undefined).map((each) =>
    coverageRow(each, frameworkCoverage(each, loadFramework(each.crosswalk), questionnaire, claims), links),
  );
  const attack = attackRow(attackMatrix(loadFramework("attack"), questionnaire, claims), links);
  const rows = [...frameworks, attack];
  return (
    <>
      <PageHeader title="Models" provenance={provenanceOf(page.data, view.asOf)} />
      <main className="grid gap-4 px-7 pt-5 pb-8 max-sm:px-3.5 print:block print:space-y-4 print:p-0">
        {row.state !== "approved" && <DraftStamp />}
        <p className="max-w-[75ch] text-note text-ink-2">
          The same answers, scored in every model. Nothing is answered twice: a criterion stands in each model that its
          fact contributes to.
        </p>
        <div className="grid gap-4 lg:grid-cols-2">
          {describeModels(readModels(questionnaire), claims, links).map((model) => (
            <ModelCard key={model.id} model={model} />
          ))}
        </div>
        <Card
          title="Frameworks"
          subtitle="How much of each framework the questionnaire touches at all, and how that stands. Contributing to a control is not compliance with it."
        >
          <FrameworkTable caption="Frameworks" rows={rows} />
          <div className="mt-3">
            <StateKey states={["met", "partly", "not-met", "unknown"]} />
            {rows.some(({ leftOut }) => leftOut > 0) && (
              <p className="mt-1 text-small text-ink-2">Left out: out of scope or not applicable.</p>
            )}
          </div>
        </Card>
      </main>
    </>
  );
}
