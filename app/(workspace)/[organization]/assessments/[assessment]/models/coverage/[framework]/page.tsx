import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DraftStamp } from "@/components/dashboard/draft-stamp";
import { ContributionCard } from "@/components/models/contribution-card";
import { CoverageGroups } from "@/components/models/coverage-groups";
import { StateBar } from "@/components/models/state-bar";
import { StateKey } from "@/components/models/state-key";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { NotAllowed } from "@/components/workspace/not-allowed";
import { frameworkCoverage } from "@/lib/core/frameworks/framework-coverage";
import { FRAMEWORK_VIEWS } from "@/lib/core/frameworks/framework-views";
import { modelLinks } from "@/lib/core/models/addresses";
import { contributionRows } from "@/lib/core/models/contribution-rows";
import { groupViews } from "@/lib/core/models/describe-coverage";
import { capitalise } from "@/lib/core/words/format";
import { contributionWords, coverageSentence } from "@/lib/core/words/models";
import { readPage } from "@/lib/server/access/door/read-page";
import { loadFramework } from "@/lib/server/content/load-questionnaires";
import { readResults } from "@/lib/server/reviews/read-results";
import { provenanceOf } from "../../../dashboard/provenance";
import { type Asked, readView } from "../../view";

export const metadata: Metadata = { title: "Coverage" };

type Props = {
  params: Promise<{ organization: string; assessment: string; framework: string }>;
  searchParams: Promise<Asked>;
};

export default async function CoveragePage({ params, searchParams }: Props) {
  const { organization, assessment, framework: id } = await params;
  const view = readView(await searchParams);
  const page = await readPage(organization, "results.read", (db, actor) =>
    readResults(db, actor, assessment, view.asOf),
  );
  if (!page.allowed) return <NotAllowed />;
  const framework = FRAMEWORK_VIEWS.find((each) => each.id === id);
  if (!framework) notFound();
  const { claims, stored, assessment: row } = page.data;
  const { questionnaire } = stored;
  const links = modelLinks(`/${organization}/assessments/${assessment}`, view);
  const coverage = frameworkCoverage(framework, loadFramework(framework.crosswalk), questionnaire, claims);
  const control = coverage.groups.flatMap(({ controls }) => controls).find((each) => each.id === view.show);
  const sentence = coverageSentence(framework, coverage);
  return (
    <>
      <PageHeader
        above={<Breadcrumb label="Way here" crumbs={[{ label: "Models", href: links.models }]} />}
        title={coverage.title}
        provenance={provenanceOf(page.data, view.asOf)}
      />
      <main className="grid gap-4 px-7 pt-5 pb-8 max-sm:px-3.5 print:block print:space-y-4 print:p-0">
        {row.state !== "approved" && <DraftStamp />}
        <Card title="What this says, and what it doesn’t" subtitle={coverage.note}>
          <StateBar
            label={sentence}
            total={coverage.total}
            met={coverage.met}
            partly={coverage.partly}
            open={coverage.notMet}
            unknown={coverage.unknown}
          />
          <p className="mt-2 mb-3">{sentence}</p>
          <StateKey
            states={[
              ...(["met", "partly", "not-met", "unknown"] as const),
              ...(coverage.notApplicable > 0 ? (["not-applicable"] as const) : []),
              ...(coverage.outOfScope > 0 ? (["out-of-scope"] as const) : []),
            ]}
          />
        </Card>
        {control && (
          <ContributionCard
            title={`${control.id} ${control.title}`}
            sentence={contributionWords(control)}
            rows={contributionRows(questionnaire, links)(control.of)}
            closeHref={links.coverage(id)}
          />
        )}
        <Card title={capitalise(framework.many)} subtitle={coverage.source}>
          <CoverageGroups
            groups={groupViews(framework, coverage, links)}
            of={capitalise(framework.one)}
            many={framework.many}
            open={control?.group}
          />
        </Card>
      </main>
    </>
  );
}
