"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { PillarRow } from "@/lib/core/review/describe-pillars";
import { StatedList } from "./stated-list";
import { useStep } from "./use-step";

type Props = Readonly<{ row: PillarRow; api: string; sends: boolean; signs: boolean }>;

/** The next step of one pillar's review: send it, take it back, sign it off with what is stated, take the sign-off back. */
export function PillarActions({ row, api, sends, signs }: Props) {
  const { step, busy, problem } = useStep();
  const [signing, setSigning] = useState(false);
  const { title } = row;

  async function signOff() {
    const { print } = row;
    if (await step(`${api}/sign-off`, "PUT", `${title} is signed off.`, { print })) setSigning(false);
  }

  return (
    <div className="flex flex-wrap gap-1.5 sm:justify-end">
      {row.state === "in-progress" && sends && (
        <Button size="small" busy={busy} onClick={() => void step(`${api}/review`, "PUT", `${title} is in review.`)}>
          <span>
            Send<span className="max-lg:sr-only"> {title} to review</span>
          </span>
        </Button>
      )}
      {row.state === "in-review" && sends && (
        <Button
          size="small"
          variant="quiet"
          busy={busy}
          onClick={() => void step(`${api}/review`, "DELETE", `${title} was taken back.`)}
        >
          Take back
          <span className="sr-only"> {title}</span>
        </Button>
      )}
      {(row.state === "in-review" || row.state === "reopened") && signs && !row.own && (
        <Button size="small" onClick={() => setSigning(true)}>
          Sign off {title}
        </Button>
      )}
      {(row.state === "in-review" || row.state === "reopened") && signs && row.own && (
        <span className="text-small text-ink-2">{row.own}</span>
      )}
      {row.state === "signed-off" && signs && (
        <Button
          size="small"
          variant="quiet"
          busy={busy}
          onClick={() => void step(`${api}/sign-off`, "DELETE", `The sign-off of ${title} was taken back.`)}
        >
          Take sign-off back
          <span className="sr-only"> of {title}</span>
        </Button>
      )}
      {problem && !signing && (
        <span role="alert" className="w-full text-small text-danger">
          {problem}
        </span>
      )}
      <Dialog
        open={signing}
        onClose={() => setSigning(false)}
        title={`Sign off ${title}`}
        closeLabel="Close"
        description="You say that it stands as it is now. A later change to an answer in it reopens it."
        actions={
          <>
            <Button onClick={() => setSigning(false)}>Cancel</Button>
            <Button variant="primary" busy={busy} onClick={() => void signOff()}>
              Sign off {title}
            </Button>
          </>
        }
      >
        <StatedList row={row} />
        {problem && (
          <p role="alert" className="mt-2 text-small text-danger">
            {problem}
          </p>
        )}
      </Dialog>
    </div>
  );
}
