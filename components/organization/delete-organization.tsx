"use client";

import { useState } from "react";
import { send } from "@/components/forms/send";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { formatNames, formatNumberOf } from "@/lib/core/words/format";

type Props = Readonly<{
  api: string;
  slug: string;
  name: string;
  holds: Readonly<{
    assessments: number;
    answers: number;
    evidence: number;
    snapshots: number;
    members: number;
    audit: number;
  }>;
}>;

/** The end of an organization: says what will be gone, and asks for its name. */
export function DeleteOrganization({ api, slug, name, holds }: Props) {
  const [asked, setAsked] = useState(false);
  const [typed, setTyped] = useState("");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const fits = typed.trim() === name;

  async function remove() {
    setBusy(true);
    const sent = await send(api, { confirm: slug }, "DELETE");
    if (sent.ok) window.location.assign("/clients");
    else {
      setBusy(false);
      setFailure(sent.problem.title);
    }
  }

  return (
    <>
      <Button variant="danger" icon="trash" onClick={() => setAsked(true)} className="justify-self-start">
        Delete {name}
      </Button>
      <Dialog
        open={asked}
        onClose={() => setAsked(false)}
        title={`Delete ${name}?`}
        closeLabel="Close"
        description={`Gone for good, for everybody: ${goneWords(holds)}. Export the assessments and the audit log first if they may be needed. Only a backup brings it back.`}
        actions={
          <>
            <Button onClick={() => setAsked(false)}>Keep it</Button>
            <Button variant="danger" disabled={!fits} busy={busy} onClick={() => void remove()}>
              Delete for good
            </Button>
          </>
        }
      >
        <div className="grid gap-3">
          {failure && <Notice tone="danger" title={failure} live />}
          <Field label="Type its name to go on" hint={name}>
            {(ties) => (
              <Input
                {...ties}
                value={typed}
                onChange={(event) => setTyped(event.currentTarget.value)}
                autoComplete="off"
                spellCheck={false}
              />
            )}
          </Field>
        </div>
      </Dialog>
    </>
  );
}

function goneWords({ assessments, answers, evidence, snapshots, members, audit }: Props["holds"]): string {
  return formatNames([
    formatNumberOf(assessments, "assessment"),
    formatNumberOf(answers, "answer"),
    formatNumberOf(evidence, "piece of evidence", "pieces of evidence"),
    formatNumberOf(snapshots, "snapshot"),
    formatNumberOf(members, "membership"),
    `the audit log with its ${formatNumberOf(audit, "entry", "entries")}`,
  ]);
}
