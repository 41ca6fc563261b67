import type { Metadata } from "next";
import { ApproveButton } from "@/components/review/approve-button";
import { PillarReviews } from "@/components/review/pillar-reviews";
import { ReviewBoard } from "@/components/review/review-board";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { NotAllowed } from "@/components/workspace/not-allowed";
import { describePillars } from "@/lib/core/review/describe-pillars";
import { describeReview } from "@/lib/core/review/describe-review";
import { approvalObstacles } from "@/lib/core/review/review-words";
import { formatDay } from "@/lib/core/words/format";
import { provenanceWords } from "@/lib/core/words/provenance";
import { readPage } from "@/lib/server/access/door/read-page";
import { can } from "@/lib/server/access/roles";
import { readReviewPage } from "@/lib/server/reviews/read-review-page";

export const metadata: Metadata = { title: "Review" };

type Props = {
  params: Promise<{ organization: string; assessment: string }>;
  searchParams: Promise<{ pillar?: string }>;
};

export default async function ReviewPage({ params, searchParams }: Props) {
  const { organization, assessment: slug } = await params;
  const asked = (await searchParams).pillar;
  const page = await readPage(organization, "results.read", (db, actor) => readReviewPage(db, actor, slug));
  if (!page.allowed) return <NotAllowed />;
  const { actor, data } = page;
  const { review, score, names, sends, approval } = data;
  const { state, input, queue, standings } = review;
  const { assessment } = state;
  const approved = assessment.state === "approved";
  const nameOf = (person: string) => (person === actor.userId ? "you" : (names[person] ?? "a former member"));
  const home = `/${organization}/assessments/${slug}`;
  const api = `/api/organizations/${organization}/assessments/${slug}`;
  const pillar = standings.find((one) => one.pillar === asked)?.pillar;
  const shown = pillar ? queue.filter((item) => item.pillar === pillar) : queue;
  const parts = describeReview(shown, {
    ...{ input, nameOf, approved, home },
    statements: data.statements,
    versions: data.versions,
    rights: { accept: can(actor, "evidence.accept"), ask: can(actor, "review.ask") },
  });
  const pillars = describePillars(standings, {
    ...{ score, nameOf, prints: data.prints, selfAcceptance: input.selfAcceptance },
    stages: state.stored.questionnaire.stages,
  });
  return (
    <>
      <PageHeader
        title="Review"
        provenance={`${provenanceWords({
          ...{ now: new Date(), timeZone: "UTC", state: assessment.state },
          ...{ questionnaire: assessment.questionnaire, version: assessment.version, approval },
        })} · round ${assessment.round}`}
        actions={
          can(actor, "assessment.approve") && (
            <ApproveButton
              api={api}
              round={assessment.round}
              approved={approved}
              obstacles={approvalObstacles(standings, { selfAcceptance: input.selfAcceptance })}
              self={standings.some(({ own }) => own > 0)}
            />
          )
        }
      />
      <main className="grid grid-cols-[minmax(0,1fr)] gap-4 px-7 py-5 max-sm:px-3.5">
        {approved && approval && (
          <Notice title={`Round ${assessment.round} is approved`}>
            By {approval.by ?? "a former member"} on {formatDay(approval.on)}
            {approval.self && ", who answered in it too"}. Its snapshot has the hash{" "}
            <span className="font-mono wrap-anywhere">{approval.hash}</span>. No answer, evidence, exception or finding
            changes until the next round is opened.
          </Notice>
        )}
        <Card
          title="Pillars"
          subtitle="A pillar is sent to review by who answers in it, and signed off by somebody else."
        >
          <PillarReviews
            rows={pillars}
            api={api}
            sends={sends}
            signs={can(actor, "pillars.sign-off")}
            approved={approved}
          />
        </Card>
        {!approved && (
          <Card
            title="Queue"
            subtitle={
              queue.length === 0
                ? undefined
                : "What waits for a reviewer. What you accept leaves it, until it or what stands behind it changes."
            }
          >
            {queue.length === 0 ? (
              <EmptyState title="Nothing waits for a reviewer" heading="h3">
                Contradictions, evidence, exceptions and “not applicable” to accept, claims without evidence and changes
                since a sign-off appear here by themselves.
              </EmptyState>
            ) : (
              <>
                <SegmentedLinks
                  label="Pillar"
                  className="mb-3"
                  segments={[
                    { label: "All", href: `${home}/review`, current: !pillar, count: queue.length },
                    ...pillars.map((one) => ({
                      label: one.title,
                      href: `${home}/review?pillar=${one.id}`,
                      current: one.id === pillar,
                      count: one.waiting,
                    })),
                  ]}
                />
                {parts.length === 0 ? (
                  <p className="text-note text-ink-2">Nothing waits in this pillar.</p>
                ) : (
                  <ReviewBoard key={pillar ?? ""} parts={parts} api={api} mayAsk={can(actor, "review.ask")} />
                )}
              </>
            )}
          </Card>
        )}
      </main>
    </>
  );
}
