"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";

export default function RoadmapError({
  error,
  retry,
}: Readonly<{ error: Error & { digest?: string }; retry: () => void }>) {
  return (
    <>
      <PageHeader title="Roadmap" />
      <main className="p-7 max-sm:p-3.5">
        <Notice
          tone="danger"
          title="The roadmap could not be shown"
          action={
            <Button onClick={retry} size="small">
              Try again
            </Button>
          }
        >
          Everything that was decided is kept.{error.digest ? ` Quote ${error.digest} if it stays.` : ""}
        </Notice>
      </main>
    </>
  );
}
