import type { Metadata } from "next";
import { Interview } from "@/components/interview/interview";
import { EmptyState } from "@/components/ui/empty-state";
import { withInterview } from "@/lib/server/interviews/open-interview";
import { readGuestInterview } from "@/lib/server/interviews/read-guest-interview";

export const metadata: Metadata = { title: "Questions for you", referrer: "no-referrer", robots: "noindex" };

export default async function InterviewPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const interview = await withInterview(token, readGuestInterview);
  if (!interview) {
    return (
      <EmptyState title="This link is no longer open">
        It has expired or was taken back. What you answered before is kept. Ask whoever sent it for a new link.
      </EmptyState>
    );
  }
  return <Interview token={token} interview={interview} />;
}
