"use client";

import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";

/** Reads the page anew on a press: what happened, what was kept, what to do, and an id to quote. */
export default function DashboardError({
  error,
  retry,
}: Readonly<{ error: Error & { digest?: string }; retry: () => void }>) {
  return (
    <>
      <PageHeader title="Dashboard" />
      <main className="px-7 pt-5 pb-8 max-sm:px-3.5">
        <EmptyState title="The dashboard could not be shown" action={<Button onClick={retry}>Try again</Button>}>
          Something failed on our side while it was read. Your answers are kept and nothing was changed.
          {error.digest && ` If it stays, quote ${error.digest}.`}
        </EmptyState>
      </main>
    </>
  );
}
