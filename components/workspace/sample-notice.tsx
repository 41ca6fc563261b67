"use client";

import { useSubmit } from "@/components/forms/use-submit";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

type Props = Readonly<{ organization: string; mayRemove: boolean }>;

/** Says that everything here is made up, and takes it away in one click. */
export function SampleNotice({ organization, mayRemove }: Props) {
  const removal = useSubmit<{ removed: true }>({
    to: `/api/organizations/${organization}`,
    method: "DELETE",
    body: () => ({ confirm: organization }),
    done: () => window.location.assign("/clients"),
  });
  return (
    <Notice
      title="This is the sample organization"
      action={
        mayRemove && (
          <form onSubmit={removal.onSubmit}>
            <Button type="submit" size="small" busy={removal.busy}>
              Remove the sample
            </Button>
          </form>
        )
      }
    >
      {removal.problem
        ? removal.problem.title
        : "Company, answers, evidence and plan are made up. It can be loaded again at any time."}
    </Notice>
  );
}
