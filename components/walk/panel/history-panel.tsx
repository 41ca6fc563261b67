"use client";

import { Fragment, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { isCorrectable } from "@/lib/core/dashboard/dates/corrected-answers";
import { answerBrief } from "@/lib/core/walk/answer-words";
import { answerNow } from "@/lib/core/walk/answering";
import type { Decision } from "@/lib/core/walk/decision";
import { type Entry, entryOf, type StoredAnswer, sameAnswer } from "@/lib/core/walk/entry";
import type { Rewording } from "@/lib/core/walk/rewording";
import { formatMoment } from "@/lib/core/words/format";
import { nameTeller } from "../name-teller";
import { setAnswer } from "../store/answer-actions";
import { request } from "../store/request";
import { useTimeTelling, useWalk, useWalkBeside } from "../walk-context";
import { type Correction, CorrectionMark } from "./correction-mark";

type History = Readonly<{
  revisions: readonly StoredAnswer[];
  corrections: readonly Correction[];
  rewordings: readonly Rewording[];
  decisions: readonly Decision[];
  names: Readonly<Record<string, string>>;
}>;
type Loaded = Readonly<{ version: number; entries: readonly Entry[] }> & Omit<History, "revisions">;

/** Every version of one answer, newest first: who, when, from what, how; an earlier one can be taken up again. */
export function HistoryPanel({ criterion }: Readonly<{ criterion: string }>) {
  const store = useWalk();
  const { answering } = useWalkBeside("answering");
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const correct = (version: number, correction: Correction | null) =>
    setLoaded((now) => now && { ...now, corrections: corrected(now.corrections, version, correction) });
  const version = answering.entries.get(criterion)?.version ?? 0;

  useEffect(() => {
    let current = true;
    const path = `/history?criterion=${encodeURIComponent(criterion)}`;
    void request<History>(store, path, undefined, "GET").then((sent) => {
      if (!current) return;
      setProblem(sent.ok ? null : sent.problem.title);
      if (!sent.ok) return;
      const { revisions, ...rest } = sent.data;
      setLoaded({ version, entries: revisions.map(entryOf), ...rest });
    });
    return () => {
      current = false;
    };
  }, [store, criterion, version]);

  if (problem && !loaded) return <Notice tone="danger" title={problem} />;
  if (!loaded) {
    return (
      <Loading label="Loading the history">
        <Skeleton className="h-12" />
        <Skeleton className="mt-2 h-12" />
      </Loading>
    );
  }
  if (loaded.entries.length === 0 && loaded.decisions.length === 0) {
    return (
      <p className="text-note text-ink-2">
        Not answered yet. Every change will be kept here, with who made it and when.
      </p>
    );
  }
  const { entries, rewordings, decisions, names } = loaded;
  const first = entries.at(-1);
  const told = [
    ...entries.map((entry, index) => ({
      at: new Date(entry.changedAt).getTime(),
      key: `version ${entry.version}`,
      item: (
        <Revision
          criterion={criterion}
          entry={entry}
          before={entries[index + 1]}
          names={names}
          correction={loaded.corrections.find(({ version: of }) => of === entry.version)}
          onCorrect={(correction) => correct(entry.version, correction)}
        />
      ),
    })),
    // Before there was an answer there was nothing to reword.
    ...rewordings
      .filter(({ at }) => first !== undefined && at > new Date(first.changedAt).getTime())
      .map((rewording) => ({
        at: rewording.at,
        key: `reworded ${rewording.at}`,
        item: <Reworded rewording={rewording} names={names} />,
      })),
    ...decisions.map((decision) => ({
      at: new Date(decision.recordedAt).getTime(),
      key: decision.id,
      item: <Decided decision={decision} names={names} />,
    })),
  ];
  return (
    <ol className="grid">
      {told
        .sort((a, b) => b.at - a.at)
        .map(({ key, item }) => (
          <Fragment key={key}>{item}</Fragment>
        ))}
    </ol>
  );
}

type RevisionProps = Readonly<{
  criterion: string;
  entry: Entry;
  before: Entry | undefined;
  names: Readonly<Record<string, string>>;
  correction: Correction | undefined;
  onCorrect: (correction: Correction | null) => void;
}>;

function Revision({ criterion, entry, before, names, correction, onCorrect }: RevisionProps) {
  const store = useWalk();
  const { timeZone } = useTimeTelling();
  const { answering, topic } = useWalkBeside("answering", "topic", "standing");
  const stands = sameAnswer(entry.answer, answerNow(answering, criterion));
  const may = store.readOnly(topic) === null;
  const mayRestore = !stands && may;
  const nameOf = nameTeller({ ...store.get().names, ...names }, store.data.me.id);
  const from = before && !sameAnswer(before.answer, entry.answer) ? `from ${answerBrief(before.answer)}` : null;
  const noted = entry.note !== (before?.note ?? "");
  const about = [from, HOWS[entry.how], noted && "note changed"].filter(Boolean).join(" · ");
  return (
    <li className="border-b border-line py-2 text-note first:pt-0">
      <div className="flex items-baseline justify-between gap-2">
        <span className="font-medium">{answerBrief(entry.answer)}</span>
        {mayRestore && (
          <Button
            size="small"
            variant="quiet"
            className="-my-1 -mr-2"
            onClick={() => setAnswer(store, criterion, forAgain(entry), `Restored: ${answerBrief(entry.answer)}.`)}
          >
            Restore
          </Button>
        )}
      </div>
      {about && <p className="text-small text-ink-2">{about}</p>}
      <p className="text-small text-ink-2">
        {nameOf(entry.changedBy)} · {formatMoment(new Date(entry.changedAt), timeZone)}
      </p>
      {entry.answer?.status === "not-applicable" && <p className="text-small text-ink-2">“{entry.answer.reason}”</p>}
      {entry.refused && <p className="text-small text-ink-2">“{entry.refused}”</p>}
      {(correction || (before && isCorrectable(before.answer, entry.answer))) && (
        <CorrectionMark
          criterion={criterion}
          version={entry.version}
          correction={correction}
          nameOf={nameOf}
          may={may}
          onChange={onCorrect}
        />
      )}
      {noted && entry.note && <p className="mt-1 line-clamp-4 text-small whitespace-pre-wrap">{entry.note}</p>}
    </li>
  );
}

function corrected(all: readonly Correction[], version: number, correction: Correction | null): readonly Correction[] {
  return [...all.filter((one) => one.version !== version), ...(correction ? [correction] : [])];
}

/** What a workshop decided on the topic, with who saw it differently. */
function Decided({ decision: one, names }: Readonly<{ decision: Decision; names: History["names"] }>) {
  const store = useWalk();
  const { timeZone } = useTimeTelling();
  const nameOf = nameTeller({ ...store.get().names, ...names }, store.data.me.id);
  return (
    <li className="border-b border-line py-2 text-note first:pt-0">
      <span className="font-medium">Decided in a workshop</span>
      <p dir="auto" className="line-clamp-4 whitespace-pre-wrap wrap-anywhere">
        {one.decision}
      </p>
      {one.dissent && (
        <p dir="auto" className="line-clamp-4 whitespace-pre-wrap text-ink-2 wrap-anywhere">
          <span className="font-medium text-ink">Dissent:</span> {one.dissent}
        </p>
      )}
      <p className="text-small text-ink-2">
        {nameOf(one.recordedBy)} · {formatMoment(new Date(one.recordedAt), timeZone)}
      </p>
    </li>
  );
}

/** A move to another version between two answers: other words, the same answer. */
function Reworded({ rewording, names }: Readonly<{ rewording: Rewording; names: History["names"] }>) {
  const store = useWalk();
  const { timeZone } = useTimeTelling();
  const nameOf = nameTeller({ ...store.get().names, ...names }, store.data.me.id);
  return (
    <li className="border-b border-line py-2 text-note first:pt-0">
      <span className="font-medium">Reworded, the answer stayed</span>
      <p className="text-small text-ink-2">
        Moved to {rewording.to}. Before: “{rewording.before}”
      </p>
      <p className="text-small text-ink-2">
        {nameOf(rewording.by)} · {formatMoment(new Date(rewording.at), timeZone)}
      </p>
    </li>
  );
}

/** An acceptance held for that version only: what is taken up again is to be accepted again. */
function forAgain({ answer }: Entry): Entry["answer"] {
  return answer?.status === "not-applicable" ? { ...answer, accepted: false } : answer;
}

const HOWS: Readonly<Record<string, string>> = {
  "stage-pick": "filled by stage pick",
  "rest-not-met": "filled by rest not met",
  reconciled: "agreed after a blind round",
  interview: "taken over from an interview",
  undo: "undone",
  import: "imported",
  copy: "copied from another assessment",
  "quick-check": "filled by quick check",
  acceptance: "not applicable accepted",
  refusal: "not applicable refused",
  confirmed: "still true",
};
