"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useStep } from "./use-step";

type Props = Readonly<{
  api: string;
  round: number;
  approved: boolean;
  /** Why it can't be approved now, in sentences. */
  obstacles: readonly string[];
  /** Own answers are approved too, which every report then says. */
  self: boolean;
}>;

/** Approves the assessment, or opens the next round of an approved one; says beforehand what that does. */
export function ApproveButton({ api, round, approved, obstacles, self }: Props) {
  const { step, busy, problem } = useStep();
  const [open, setOpen] = useState(false);
  const title = approved ? `Open round ${round + 1}` : `Approve round ${round}`;
  const blocked = !approved && obstacles.length > 0;

  async function go() {
    const done = approved
      ? await step(`${api}/rounds`, "POST", `Round ${round + 1} is open.`)
      : await step(`${api}/approval`, "POST", `Round ${round} is approved.`);
    if (done) setOpen(false);
  }

  return (
    <>
      <Button variant={blocked ? "default" : "primary"} onClick={() => setOpen(true)}>
        {title}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={title}
        closeLabel="Close"
        actions={
          <>
            <Button onClick={() => setOpen(false)}>{blocked ? "Close" : "Cancel"}</Button>
            {!blocked && (
              <Button variant="primary" busy={busy} onClick={() => void go()}>
                {title}
              </Button>
            )}
          </>
        }
      >
        {blocked ? (
          <>
            <p className="text-note">It can’t be approved yet:</p>
            <ul className="mt-1.5 grid list-disc gap-1 pl-5 text-note">
              {obstacles.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </>
        ) : approved ? (
          <p className="text-note">
            The last answers are the starting point; each is “still true?” until somebody confirms or changes it. The
            approval of round {round} and its snapshot stay as they are.
          </p>
        ) : (
          <p className="text-note">
            A snapshot with its hash is taken and is the approval. From then on no answer, evidence, exception or
            finding changes, until the next round is opened.
            {self && " You answered in it too: every report will say so."}
          </p>
        )}
        {problem && (
          <p role="alert" className="mt-2 text-small text-danger">
            {problem}
          </p>
        )}
      </Dialog>
    </>
  );
}
