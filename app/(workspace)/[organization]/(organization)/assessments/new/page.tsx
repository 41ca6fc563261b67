import type { Metadata } from "next";
import { NewAssessmentForm } from "@/components/assessments/new-assessment-form";
import { PageHeader } from "@/components/ui/page-header";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { NotAllowed } from "@/components/workspace/not-allowed";
import { profileScope } from "@/lib/core/content/profile-scope";
import { quickTopics } from "@/lib/core/quick-check/quick-topics";
import { readPage } from "@/lib/server/access/door/read-page";
import { DEFAULT_TARGET_LEVEL } from "@/lib/server/assessments/create-assessment";
import { listCopySources } from "@/lib/server/assessments/list-copy-sources";
import { knownContent } from "@/lib/server/content/known-content";
import { newestQuestionnaire } from "@/lib/server/content/newest-questionnaire";
import { storedQuestionnaire } from "@/lib/server/content/questionnaire-store";
import { today } from "@/lib/server/platform/clock";

export const metadata: Metadata = { title: "New assessment" };

type Props = { params: Promise<{ organization: string }>; searchParams: Promise<{ on?: string | string[] }> };

export default async function NewAssessmentPage({ params, searchParams }: Props) {
  const { organization } = await params;
  const [id = "", version = ""] = String((await searchParams).on ?? "").split("@");
  const page = await readPage(organization, "assessments.create", async (db, actor) => {
    const { questionnaire } = id ? await storedQuestionnaire(db, id, version) : await newestQuestionnaire(db);
    return { questionnaire, all: await knownContent(db), sources: await listCopySources(db, actor, questionnaire.id) };
  });
  if (!page.allowed) return <NotAllowed />;
  const { questionnaire, sources } = page.data;
  // The newest version of each; they come with the newest first.
  const choices = page.data.all.filter(
    (row, index, all) => all.findIndex((other) => other.questionnaire === row.questionnaire) === index,
  );
  return (
    <>
      <PageHeader
        title="New assessment"
        provenance={`${page.actor.organizationName} · ${questionnaire.id} ${questionnaire.version}`}
      />
      <main className="grid grid-cols-[minmax(0,1fr)] gap-4 px-7 pt-5 max-sm:px-3.5">
        {choices.length > 1 && (
          <SegmentedLinks
            label="Questionnaire"
            segments={choices.map((choice) => ({
              label: `${choice.title} ${choice.version}`,
              href: `/${organization}/assessments/new?on=${encodeURIComponent(`${choice.questionnaire}@${choice.version}`)}`,
              current: choice.questionnaire === questionnaire.id && choice.version === questionnaire.version,
            }))}
          />
        )}
        <NewAssessmentForm
          key={`${questionnaire.id} ${questionnaire.version}`}
          content={{ questionnaire: questionnaire.id, version: questionnaire.version }}
          organization={organization}
          suggestedName={`${today().slice(0, 4)} round`}
          {...profileScope(questionnaire)}
          pillars={questionnaire.pillars.map(({ id, title }) => ({ id, title }))}
          highest={questionnaire.stages.length}
          target={DEFAULT_TARGET_LEVEL}
          sources={sources}
          quick={quickTopics(questionnaire)}
        />
      </main>
    </>
  );
}
