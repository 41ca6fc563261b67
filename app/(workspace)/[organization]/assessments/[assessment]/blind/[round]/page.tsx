import type { Metadata } from "next";
import { BlindAnswers } from "@/components/blind/blind-answers";
import { Comparison } from "@/components/blind/comparison";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { NotAllowed } from "@/components/workspace/not-allowed";
import { formatDay, formatNames } from "@/lib/core/words/format";
import { readPage } from "@/lib/server/access/door/read-page";
import { can } from "@/lib/server/access/roles";
import { readRound } from "@/lib/server/blind/read-rounds";
import { readKeeping } from "@/lib/server/organizations/read-keeping";

export const metadata: Metadata = { title: "Blind round" };

type Props = { params: Promise<{ organization: string; assessment: string; round: string }> };

export default async function RoundPage({ params }: Props) {
  const { organization, assessment, round } = await params;
  const page = await readPage(organization, "results.read", async (db, actor) => ({
    view: await readRound(db, actor, { slug: assessment, id: round }),
    keeping: await readKeeping(db, actor.organizationId),
  }));
  if (!page.allowed) return <NotAllowed />;
  const { actor } = page;
  const { view, keeping } = page.data;
  const { row } = view;
  const api = `/api/organizations/${organization}/assessments/${assessment}`;
  const waiting = [row.firstDone ? "" : row.first, row.secondDone ? "" : row.second].filter(Boolean);
  return (
    <>
      <PageHeader
        title={`${row.first} and ${row.second}`}
        provenance={`Blind round of ${formatDay(row.startedAt.slice(0, 10))} · ${row.topics} topics`}
        above={
          <Breadcrumb
            label="Way here"
            crumbs={[{ label: "Blind rounds", href: `/${organization}/assessments/${assessment}/blind` }]}
          />
        }
      />
      <main className="px-7 py-5 max-sm:px-3.5">
        {view.stage === "answering" && (
          <BlindAnswers
            api={`${api}/blind/${row.id}`}
            keep={{ account: actor.userId, name: `blind/${organization}/${assessment}/${row.id}`, keeping }}
            topics={view.topics}
            said={view.said}
          />
        )}
        {view.stage === "waiting" && (
          <EmptyState title="The answers aren't there yet">
            Nobody sees the other's answers before both have handed in. Still at it: {formatNames(waiting)}.
          </EmptyState>
        )}
        {view.stage === "compared" && (
          <Comparison
            api={api}
            first={row.first}
            second={row.second}
            agreement={view.agreement}
            byPillar={view.byPillar}
            pairs={view.pairs}
            locked={view.state === "approved" || !can(actor, "answers.write")}
          />
        )}
      </main>
    </>
  );
}
