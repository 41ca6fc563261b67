import type { Metadata } from "next";
import { AssessmentList } from "@/components/assessments/assessment-list";
import { ContinueCard } from "@/components/assessments/continue-card";
import { ExpiringEvidence } from "@/components/assessments/expiring-evidence";
import { MyAssignments } from "@/components/assignments/my-assignments";
import { QuickCheckOffer } from "@/components/quick-check/quick-check-offer";
import { QuestionList } from "@/components/review/question-list";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { NotAllowed } from "@/components/workspace/not-allowed";
import { SampleNotice } from "@/components/workspace/sample-notice";
import { readPage } from "@/lib/server/access/door/read-page";
import { can } from "@/lib/server/access/roles";
import { listAssessments } from "@/lib/server/assessments/list-assessments";
import { listMine } from "@/lib/server/assignments/list-mine";
import { today } from "@/lib/server/platform/clock";
import { listMyQuestions } from "@/lib/server/reviews/list-my-questions";

export const metadata: Metadata = { title: "Home" };

export default async function OrganizationPage({ params }: { params: Promise<{ organization: string }> }) {
  const { organization } = await params;
  const page = await readPage(organization, "results.read", async (db, actor) => ({
    assessments: await listAssessments(db, actor),
    mine: await listMine(db, actor),
    questions: await listMyQuestions(db, actor),
  }));
  if (!page.allowed) return <NotAllowed />;
  const { actor, data } = page;
  const { assessments, mine, questions } = data;
  const on = assessments.find(({ last, next }) => last && next) ?? assessments.find(({ next }) => next);
  const mayCreate = can(actor, "assessments.create");
  const create = mayCreate && (
    <ButtonLink
      href={`/${organization}/assessments/new`}
      icon="plus"
      variant={assessments.length === 0 ? "primary" : "default"}
    >
      New assessment
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title="Home"
        provenance={`${actor.organizationName} · you are ${actor.role} here`}
        actions={
          assessments.length > 0 && (
            <>
              {assessments.length > 1 && <ButtonLink href={`/${organization}/compare`}>Compare scopes</ButtonLink>}
              {create}
            </>
          )
        }
      />
      <main className="grid gap-4 px-7 py-5 max-sm:px-3.5">
        {actor.sample && <SampleNotice organization={organization} mayRemove={can(actor, "organization.delete")} />}
        {on?.next && (
          <ContinueCard organization={organization} assessment={{ ...on, known: on.answered }} next={on.next} />
        )}
        {questions.length > 0 && <QuestionList organization={organization} questions={questions} />}
        <MyAssignments assignments={mine} today={today()} />
        {mayCreate && <QuickCheckOffer href={`/${organization}/assessments/new`} />}
        {assessments.length === 0 ? (
          <EmptyState title="No assessment yet" action={create}>
            {actor.role === "assessor"
              ? "Assessments that are assigned to you appear here."
              : "An assessment is one organization's answers to one questionnaire over one scope. Begin with the scope; the first question follows at once."}
          </EmptyState>
        ) : (
          <>
            <AssessmentList organization={organization} assessments={assessments} />
            <ExpiringEvidence organization={organization} assessments={assessments} />
          </>
        )}
      </main>
    </>
  );
}
