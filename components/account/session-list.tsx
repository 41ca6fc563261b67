"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { send } from "@/components/forms/send";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { showToast } from "@/components/ui/toast";
import { deviceWords } from "@/lib/core/words/device";
import { formatMoment, formatNumberOf } from "@/lib/core/words/format";
import { useSignOut } from "./use-sign-out";

type Row = Readonly<{
  id: string;
  present: boolean;
  method: string;
  userAgent: string;
  address: string;
  createdAt: Date;
  lastSeenAt: Date;
}>;

/** Where the person is signed in, and the end of each. */
export function SessionList({ person, sessions }: Readonly<{ person: string; sessions: readonly Row[] }>) {
  const router = useRouter();
  const [failure, setFailure] = useState<string | null>(null);
  const [leave, dialog] = useSignOut(person);

  async function end(session: Row) {
    if (session.present) return leave();
    const sent = await send(`/api/account/sessions/${session.id}`, undefined, "DELETE");
    setFailure(sent.ok ? null : sent.problem.title);
    if (sent.ok) showToast({ text: `Signed out: ${deviceWords(session.userAgent)}` });
    router.refresh();
  }

  async function endOthers() {
    const sent = await send<{ ended: number }>("/api/account/sessions/end", { which: "others" });
    if (!sent.ok) return setFailure(sent.problem.title);
    showToast({ text: `${formatNumberOf(sent.data.ended, "session")} ended` });
    router.refresh();
  }

  /** The session here goes with the rest of them. */
  async function endAll() {
    const sent = await send("/api/account/sessions/end", { which: "all" });
    if (!sent.ok) throw new Error(sent.problem.title);
  }

  return (
    <div className="grid gap-3">
      {dialog}
      {failure && <Notice tone="danger" title={failure} live />}
      <ul className="grid">
        {sessions.map((session) => (
          <li
            key={session.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line py-2.5 first:border-t-0 first:pt-0"
          >
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-x-2">
                <span className="font-medium">{deviceWords(session.userAgent)}</span>
                {session.present && <Badge tone="accent">this one</Badge>}
              </p>
              <p className="text-small text-ink-2 wrap-anywhere">
                {session.address} · by {session.method} · since {formatMoment(session.createdAt, "UTC")} · last used{" "}
                {formatMoment(session.lastSeenAt, "UTC")}
              </p>
            </div>
            <Button
              size="small"
              onClick={() => void end(session)}
              aria-label={session.present ? "Sign out here" : `Sign out ${deviceWords(session.userAgent)}`}
            >
              Sign out
            </Button>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2 border-t border-line pt-3">
        {sessions.length > 1 && <Button onClick={() => void endOthers()}>Sign out all others</Button>}
        <Button icon="sign-out" onClick={() => leave(endAll)}>
          Sign out everywhere
        </Button>
      </div>
    </div>
  );
}
