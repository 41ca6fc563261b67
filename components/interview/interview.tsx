"use client";

import { useEffect, useState } from "react";
import { send } from "@/components/forms/send";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";
import type { Said } from "@/lib/core/interview/said";
import { formatDay, formatNumberOf, formatTime } from "@/lib/core/words/format";
import { GuestQuestion } from "./guest-question";
import { type GuestSaving, useGuestAnswers } from "./use-guest-answers";

export type GuestTopic = Readonly<{
  id: string;
  title: string;
  prompt: string;
  why: string;
  criteria: readonly Readonly<{
    id: string;
    stage: string;
    statement: string;
    population?: string;
    unit?: string;
    check: string;
    look: readonly string[];
  }>[];
}>;

type Props = Readonly<{
  token: string;
  interview: Readonly<{
    organization: string;
    person: string;
    topics: readonly GuestTopic[];
    said: Readonly<Record<string, Said>>;
    expiresAt: string;
    finished: boolean;
  }>;
}>;

/** Some topics for one person, on one page that goes on without a connection. */
export function Interview({ token, interview }: Props) {
  const { organization, person, topics, expiresAt } = interview;
  const answers = useGuestAnswers(token, interview.said);
  const [finished, setFinished] = useState(interview.finished);
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const asked = topics.reduce((sum, topic) => sum + topic.criteria.length, 0);
  const answered = topics.reduce(
    (sum, topic) => sum + topic.criteria.filter(({ id }) => answers.said[id]?.answer).length,
    0,
  );
  const waits = answers.saving.state !== "saved";

  const savedAt = answers.saving.state === "saved" ? answers.saving.at?.getTime() : undefined;
  // Anew after each save, so that what is kept shows what was said.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the moment of the save is the reason
  useEffect(() => {
    if (!finished) void keepPage();
  }, [savedAt, finished]);

  async function handIn() {
    setAsking(false);
    const sent = await send(`/api/interview/${token}/finish`);
    if (!sent.ok) return setProblem(sent.problem.title);
    setFinished(true);
    answers.forget();
    navigator.serviceWorker?.controller?.postMessage("forget");
  }

  return (
    <div className="grid gap-6">
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
      {problem && <Notice tone="danger" title={problem} live />}
      <div className="sticky top-0 z-10 -mx-4 grid gap-1.5 border-b border-line bg-surface px-4 py-2.5">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-note">
          <span>
            {answered} of {formatNumberOf(asked, "question")} answered
          </span>
          <span aria-live="polite" className="text-ink-2" data-save-state={answers.saving.state}>
            {finished ? "" : savingWords(answers.saving)}
          </span>
        </div>
        <Progress label="Answered" value={answered} max={Math.max(asked, 1)} />
      </div>
      {topics.map((topic) => (
        <section key={topic.id} aria-labelledby={topic.id} className="grid gap-3">
          <div className="grid gap-1">
            <h2 id={topic.id} className="text-lg font-semibold">
              {topic.prompt}
            </h2>
            <p className="text-ink-2">{topic.why}</p>
          </div>
          <ol className="rounded-md border border-line bg-raised">
            {topic.criteria.map((criterion) => (
              <GuestQuestion
                key={criterion.id}
                criterion={criterion}
                said={answers.said[criterion.id]}
                locked={finished}
                onSay={(answer, note) => answers.say(criterion.id, answer, note)}
              />
            ))}
          </ol>
        </section>
      ))}
      {!finished && (
        <div className="flex flex-wrap items-center gap-3">
          <Button variant="primary" size="large" disabled={waits || answered === 0} onClick={() => setAsking(true)}>
            Hand in
          </Button>
          <p className="text-note text-ink-2">
            {answers.saving.state === "kept"
              ? "As soon as there is a connection again."
              : "You can also just leave: everything is kept as you answer."}
          </p>
        </div>
      )}
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Hand your answers in?"
        closeLabel="Close"
        size="small"
        actions={
          <Button variant="primary" onClick={() => void handIn()}>
            Hand in
          </Button>
        }
      >
        <p>
          {answered} of {formatNumberOf(asked, "question")} answered. Afterwards this link only shows them.
        </p>
      </Dialog>
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

function savingWords(saving: GuestSaving): string {
  switch (saving.state) {
    case "saved":
      return saving.at ? `Saved ${formatTime(saving.at, Intl.DateTimeFormat().resolvedOptions().timeZone)}` : "";
    case "saving":
      return "Saving";
    case "kept":
      return "Kept on this device until the connection is back";
    case "refused":
      return saving.title;
  }
}
