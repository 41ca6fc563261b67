import type { Metadata } from "next";
import { NewAssessmentForm } from "@/components/assessments/new-assessment-form";
import { PageHeader } from "@/components/ui/page-header";
import { NotAllowed } from "@/components/workspace/not-allowed";
import { profileScope } from "@/lib/core/content/profile-scope";
import { quickTopics } from "@/lib/core/quick-check/quick-topics";
import { readPage } from "@/lib/server/access/door/read-page";
import { DEFAULT_TARGET_LEVEL } from "@/lib/server/assessments/create-assessment";
import { listCopySources } from "@/lib/server/assessments/list-copy-sources";
import { newestQuestionnaire } from "@/lib/server/content/newest-questionnaire";
import { today } from "@/lib/server/platform/clock";

export const metadata: Metadata = { title: "New assessment" };

export default async function NewAssessmentPage({ params }: { params: Promise<{ organization: string }> }) {
  const { organization } = await params;
  const page = await readPage(organization, "assessments.create", async (db, actor) => {
    const { questionnaire } = await newestQuestionnaire(db);
    return { questionnaire, sources: await listCopySources(db, actor, questionnaire.id) };
  });
  if (!page.allowed) return <NotAllowed />;
  const { questionnaire, sources } = page.data;
  return (
    <>
      <PageHeader
        title="New assessment"
        provenance={`${page.actor.organizationName} · ${questionnaire.id} ${questionnaire.version}`}
      />
      <main className="px-7 pt-5 max-sm:px-3.5">
        <NewAssessmentForm
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
