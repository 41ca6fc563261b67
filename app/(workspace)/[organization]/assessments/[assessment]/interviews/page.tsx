import type { Metadata } from "next";
import { AskForm } from "@/components/interview/ask-form";
import { InterviewList } from "@/components/interview/interview-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { NotAllowed } from "@/components/workspace/not-allowed";
import { formatNumberOf } from "@/lib/core/words/format";
import { readPage } from "@/lib/server/access/door/read-page";
import { readInterviews } from "@/lib/server/interviews/read-interviews";

export const metadata: Metadata = { title: "Interviews" };

type Props = { params: Promise<{ organization: string; assessment: string }> };

export default async function InterviewsPage({ params }: Props) {
  const { organization, assessment } = await params;
  const page = await readPage(organization, "interviews.ask", (db, actor) => readInterviews(db, actor, assessment));
  if (!page.allowed) return <NotAllowed />;
  const { groups, interviews, statements, state } = page.data;
  const api = `/api/organizations/${organization}/assessments/${assessment}`;
  return (
    <>
      <PageHeader
        title="Interviews"
        provenance={`${formatNumberOf(interviews.length, "link")} · a link shows one person's topics and nothing else`}
      />
      <main className="grid max-w-5xl gap-4 px-7 py-5 max-sm:px-3.5">
        {state === "approved" ? (
          <Notice title="This assessment is approved and no longer changes">
            Reopen it to ask for the next round.
          </Notice>
        ) : (
          <AskForm api={api} groups={groups} />
        )}
        {interviews.length === 0 ? (
          <EmptyState title="Nobody was asked yet">
            Choose who could know, tick their topics and send them the link. They need no account.
          </EmptyState>
        ) : (
          <InterviewList api={api} interviews={interviews} statements={statements} locked={state === "approved"} />
        )}
      </main>
    </>
  );
}
