import { useState } from "react";
import { send } from "@/components/forms/send";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { OutlineTopic } from "@/lib/core/walk/outline";
import { useWalk } from "./walk-context";

/** Why a topic counts nowhere, and the way back for who may change the profile. */
export function OutOfScope({ topic }: Readonly<{ topic: OutlineTopic }>) {
  const store = useWalk();
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const { outline, rights } = store.data;
  const { condition } = topic;
  if (condition === undefined) return null;
  const question = outline.facts.find(({ id }) => id === condition)?.question ?? condition;

  async function askAfterAll() {
    setBusy(true);
    const sent = await send(store.api, { profile: { [condition ?? ""]: null } }, "PATCH");
    if (sent.ok) {
      // What counts hangs on the profile everywhere on this page; what isn't sent yet is kept on the device.
      window.location.reload();
      return;
    }
    setBusy(false);
    setFailure(sent.problem.title);
  }

  return (
    <Notice
      title="Left out: this topic counts nowhere"
      className="mb-2.5"
      action={
        rights.scope ? (
          <Button size="small" busy={busy} onClick={() => void askAfterAll()}>
            Ask it after all
          </Button>
        ) : undefined
      }
    >
      The profile says no to “{question}” Its answers are kept.
      {failure && <span className="block text-danger">{failure}</span>}
    </Notice>
  );
}
