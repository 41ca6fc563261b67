import type { Metadata } from "next";
import { DraftStamp } from "@/components/dashboard/draft-stamp";
import { AttackMatrix } from "@/components/models/attack-matrix";
import { ContributionCard } from "@/components/models/contribution-card";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHeader } from "@/components/ui/page-header";
import { NotAllowed } from "@/components/workspace/not-allowed";
import { attackMatrix } from "@/lib/core/frameworks/attack-matrix";
import { modelLinks } from "@/lib/core/models/addresses";
import { contributionRows } from "@/lib/core/models/contribution-rows";
import { tacticViews, techniqueCell } from "@/lib/core/models/describe-coverage";
import { attackSentence } from "@/lib/core/words/models";
import { readPage } from "@/lib/server/access/door/read-page";
import { loadFramework } from "@/lib/server/content/load-questionnaires";
import { readResults } from "@/lib/server/reviews/read-results";
import { chartSource, provenanceOf } from "../../dashboard/provenance";
import { type Asked, readView } from "../view";

export const metadata: Metadata = { title: "ATT&CK" };

type Props = { params: Promise<{ organization: string; assessment: string }>; searchParams: Promise<Asked> };

export default async function AttackPage({ params, searchParams }: Props) {
  const { organization, assessment } = await params;
  const view = readView(await searchParams);
  const page = await readPage(organization, "results.read", (db, actor) =>
    readResults(db, actor, assessment, view.asOf),
  );
  if (!page.allowed) return <NotAllowed />;
  const { claims, stored, assessment: row } = page.data;
  const links = modelLinks(`/${organization}/assessments/${assessment}`, view);
  const framework = loadFramework("attack");
  const matrix = attackMatrix(framework, stored.questionnaire, claims);
  const technique = matrix.tactics.flatMap(({ techniques }) => techniques).find(({ id }) => id === view.show);
  const cell = technique && techniqueCell(technique, links.attack());
  return (
    <>
      <PageHeader
        above={<Breadcrumb label="Way here" crumbs={[{ label: "Models", href: links.models }]} />}
        title="ATT&CK techniques"
        provenance={provenanceOf(page.data, view.asOf)}
      />
      <main
        data-chart-source={chartSource(page.data, page.actor.organizationName, view.asOf)}
        className="grid gap-4 px-7 pt-5 pb-8 max-sm:px-3.5 print:block print:space-y-4 print:p-0"
      >
        {row.state !== "approved" && <DraftStamp />}
        <p className="max-w-[90ch] text-note text-ink-2">{matrix.note}</p>
        {technique && cell && (
          <ContributionCard
            title={`${cell.id} ${cell.title}`}
            sentence={cell.words}
            rows={contributionRows(stored.questionnaire, links)(technique.of)}
            closeHref={cell.href}
          />
        )}
        <AttackMatrix
          id="attack"
          title="Techniques by tactic"
          sentence={attackSentence(matrix.all)}
          tactics={tacticViews(matrix, links)}
        />
        <p className="text-small text-ink-2">{framework.source}</p>
      </main>
    </>
  );
}
