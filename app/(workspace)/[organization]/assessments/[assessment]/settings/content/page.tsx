import type { Metadata } from "next";
import { MoveButton } from "@/components/assessments/move-button";
import { MoveLevels } from "@/components/assessments/move-levels";
import { MoveLists } from "@/components/assessments/move-lists";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { NotAllowed } from "@/components/workspace/not-allowed";
import { formatCount } from "@/lib/core/words/format";
import { assessmentStateWords } from "@/lib/core/words/provenance";
import { readPage } from "@/lib/server/access/door/read-page";
import { previewMove } from "@/lib/server/assessments/preview-move";

export const metadata: Metadata = { title: "Move to another version" };

type Props = {
  params: Promise<{ organization: string; assessment: string }>;
  searchParams: Promise<{ to?: string | string[] }>;
};

export default async function ContentPage({ params, searchParams }: Props) {
  const { organization, assessment } = await params;
  const [questionnaire = "", version = ""] = String((await searchParams).to ?? "").split("@");
  const page = await readPage(organization, "assessments.edit", (db, actor) =>
    previewMove(db, actor, assessment, { questionnaire, version }),
  );
  if (!page.allowed) return <NotAllowed />;
  const { state, from, to, comparison, answered, before, after, pillars, stages, stagesBefore } = page.data;
  const settings = `/${organization}/assessments/${assessment}/settings`;
  const kept = comparison.carried.filter((id) => answered.has(id)).length;
  const stageName = (id: string) => [...stages, ...stagesBefore].find((stage) => stage.id === id)?.title ?? id;
  const names = { from: nameOf(from, to), to: nameOf(to, from) };
  return (
    <>
      <PageHeader
        title={`Move to ${to.questionnaire} ${to.version}`}
        provenance={`${page.data.name} · ${assessmentStateWords(state)} · ${from.questionnaire} ${from.version}`}
        above={<Breadcrumb label="Way here" crumbs={[{ label: "Scope and data", href: settings }]} />}
      />
      <main className="grid gap-4 px-7 py-5 max-sm:px-3.5">
        <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-4">
          <Card
            title="What the same answers give"
            subtitle="Nothing in the organization changes by moving: a different level comes from the content alone, and the dashboard shows it as such."
          >
            <MoveLevels
              before={{ score: before, stages: stagesBefore, name: names.from }}
              after={{ score: after, stages, name: names.to }}
              pillars={pillars}
            />
          </Card>
          <Card title="What changes">
            <div className="grid gap-3">
              <dl className="grid grid-cols-2 gap-x-6 gap-y-2 sm:grid-cols-4">
                <Figure name="answers carried over" value={kept} />
                <Figure
                  name="of them reworded"
                  value={comparison.reworded.filter(({ id }) => answered.has(id)).length}
                />
                <Figure name="new criteria" value={comparison.added.length} />
                <Figure name="criteria gone" value={comparison.gone.length} />
              </dl>
              <MoveLists comparison={comparison} answered={answered} stageName={stageName} />
            </div>
          </Card>
          <p className="text-note text-ink-2">
            Snapshots keep the version that they were taken on. The move can be taken back until an answer changes.
          </p>
          {state === "approved" ? (
            <Notice title="This assessment is approved: what it was made on stays as it is." />
          ) : (
            <MoveButton
              api={`/api/organizations/${organization}/assessments/${assessment}`}
              from={from}
              to={to}
              back={settings}
            />
          )}
        </div>
      </main>
    </>
  );
}

type Ref = Readonly<{ questionnaire: string; version: string }>;

/** The version alone where both are of one questionnaire. */
function nameOf(ref: Ref, other: Ref): string {
  return ref.questionnaire === other.questionnaire ? ref.version : `${ref.questionnaire} ${ref.version}`;
}

function Figure({ name, value }: Readonly<{ name: string; value: number }>) {
  return (
    <div className="flex flex-col-reverse">
      <dt className="text-small text-ink-2">{name}</dt>
      <dd className="font-mono text-figure-small font-semibold">{formatCount(value)}</dd>
    </div>
  );
}
