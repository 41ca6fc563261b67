"use client";

import { useEffect, useState } from "react";
import { KeepsNothing } from "@/components/device/keeps-nothing";
import { clearVault } from "@/components/device/vault";
import { HandIn } from "@/components/questions/hand-in";
import { QuestionList } from "@/components/questions/question-list";
import { SaidBar } from "@/components/questions/said-bar";
import { useSaid } from "@/components/questions/use-said";
import { Notice } from "@/components/ui/notice";
import type { Keeping } from "@/lib/core/device/keeping";
import type { AskedTopic } from "@/lib/core/said/asked-topics";
import type { Said } from "@/lib/core/said/said";
import { unfinished } from "@/lib/core/said/saying";
import { formatDay, formatNumberOf } from "@/lib/core/words/format";

type Props = Readonly<{
  token: string;
  interview: Readonly<{
    organization: string;
    keeping: Keeping;
    person: string;
    topics: readonly AskedTopic[];
    said: Readonly<Record<string, Said>>;
    expiresAt: string;
    finished: boolean;
  }>;
}>;

/** Some topics for one person, on one page that goes on without a connection. */
export function Interview({ token, interview }: Props) {
  const { organization, keeping, person, topics, expiresAt } = interview;
  const keep = { account: `guest-${token.slice(0, 12)}`, name: "interview", keeping };
  const [finished, setFinished] = useState(interview.finished);
  const to = `/api/interview/${token}/answers`;
  const answers = useSaid({ to, keep, stored: interview.said, locked: finished });
  const open = unfinished(answers.saying);
  const asked = topics.reduce((sum, topic) => sum + topic.criteria.length, 0);
  const answered = topics.reduce(
    (sum, topic) => sum + topic.criteria.filter(({ id }) => answers.said[id]?.answer).length,
    0,
  );

  const savedAt = answers.saving.state === "saved" ? answers.saving.at?.getTime() : undefined;
  // Anew after each save, so that what is kept shows what was said.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the moment of the save is the reason
  useEffect(() => {
    if (!finished && keeping === "device") void keepPage();
  }, [savedAt, finished, keeping]);

  function handedIn() {
    setFinished(true);
    answers.store.forget();
    void clearVault(keep.account);
    navigator.serviceWorker?.controller?.postMessage("forget");
  }

  return (
    <div className="grid gap-6">
      <KeepsNothing keeping={keeping} of={keep.account} />
      <div className="grid gap-2">
        <h1 className="text-2xl font-semibold">Questions for {person}</h1>
        <p className="text-ink-2">
          {organization} would like to know how things are in {formatNumberOf(topics.length, "topic")}. Answer what you
          know; “Unknown” is a good answer too. What you say is a proposal: the team looks at it before it counts. This
          link is yours alone and is open until {formatDay(expiresAt.slice(0, 10))}.
        </p>
      </div>
      {finished && (
        <Notice title="Handed in, thank you">
          The team sees your answers now. You can read them here until the link ends; to change one, ask for a new link.
        </Notice>
      )}
      <SaidBar answered={answered} asked={asked} saving={answers.saving} unfinished={open} locked={finished} />
      <QuestionList topics={topics} answers={answers} keeping={keeping} locked={finished} />
      {!finished && (
        <HandIn
          to={`/api/interview/${token}/finish`}
          answered={answered}
          asked={asked}
          saving={answers.saving}
          unfinished={open}
          afterwards="Afterwards this link only shows them."
          onDone={handedIn}
        >
          <p className="text-note text-ink-2">
            {answers.saving.state === "kept"
              ? `As soon as there is a connection again${keeping === "tab" ? "; leave this tab open until then" : ""}.`
              : "You can also just leave: everything is kept as you answer."}
          </p>
        </HandIn>
      )}
    </div>
  );
}

/** Keeps this page and its files on the device, so that it opens again without a connection; without a worker it just doesn't. */
async function keepPage(): Promise<void> {
  if (!navigator.serviceWorker) return;
  const registration = await navigator.serviceWorker
    .register("/interview-worker.js", { scope: "/interview/" })
    .then(() => navigator.serviceWorker.ready)
    .catch(() => null);
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  const files = loaded.filter((name) => new URL(name).pathname.startsWith("/_next/static/"));
  registration?.active?.postMessage({ page: window.location.href, files });
}
