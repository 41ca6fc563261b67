"use client";

import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";

export type Failure = Readonly<{
  error: Error & { digest?: string };
  /** Reads the page anew from the server. */
  retry: () => void;
}>;

/** A page that failed, under its title: what happened, what was kept, what to do, an id to quote. */
export function PageFailed({ title = "Not shown", ...failure }: Failure & Readonly<{ title?: string }>) {
  return (
    <>
      <PageHeader title={title} />
      <main className="px-7 py-5 max-sm:px-3.5">
        <FailedState {...failure} />
      </main>
    </>
  );
}

/** The same without the page's header, for where there is no navigation around it. */
export function FailedState({ error, retry }: Failure) {
  return (
    <EmptyState
      title="This page could not be shown"
      action={
        <>
          <Button variant="primary" onClick={retry}>
            Try again
          </Button>
          <ButtonLink href="/home">Home</ButtonLink>
        </>
      }
    >
      Something failed on our side while it was read. What was saved is kept, and nothing was changed.
      {error.digest && (
        <>
          {" "}
          If it stays, quote <span className="font-mono">{error.digest}</span>.
        </>
      )}
    </EmptyState>
  );
}
