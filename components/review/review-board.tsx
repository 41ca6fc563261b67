"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { type SentProblem, send } from "@/components/forms/send";
import { showToast } from "@/components/ui/toast";
import type { Decision, ReviewPart, ReviewRow } from "@/lib/core/review/describe-review";
import type { ReviewCommand } from "@/lib/core/review/review-keys";
import { formatNumberOf } from "@/lib/core/words/format";
import { ReviewKeys } from "./review-keys";
import { ReviewRowItem } from "./review-row-item";
import { useReviewKeys } from "./use-review-keys";

type Props = Readonly<{ parts: readonly ReviewPart[]; api: string; mayAsk: boolean }>;

/** The queue, part by part; one thing is open, and the keys speak of it. What is decided leaves at once. */
export function ReviewBoard({ parts, api, mayAsk }: Props) {
  const router = useRouter();
  const list = useRef<HTMLDivElement>(null);
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<string | null>(parts[0]?.rows[0]?.key ?? null);
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Readonly<{ of: string; text: string }> | null>(null);
  const left = parts
    .map((part) => ({ ...part, rows: part.rows.filter((row) => !decided.has(identity(row))) }))
    .filter(({ rows }) => rows.length > 0);
  const rows = left.flatMap((part) => part.rows);
  const current = rows.find(({ key }) => key === open) ?? rows[0];

  function show(row: ReviewRow | undefined): void {
    if (!row) return;
    setOpen(row.key);
    setAsking(false);
    setProblem(null);
    list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(row.key)}"]`)?.focus();
  }

  async function decide(row: ReviewRow, decision: Decision): Promise<void> {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    const sent = await send(api + decision.path, decision.body ?? {}, decision.method);
    setBusy(false);
    if (!sent.ok) {
      setProblem({ of: row.key, text: sent.problem.title });
      if (changedMeanwhile(sent.problem)) router.refresh();
      return;
    }
    const at = rows.indexOf(row);
    setDecided((before) => new Set(before).add(identity(row)));
    show(rows[at + 1] ?? rows[at - 1]);
    const { undo } = decision;
    const action = undo && { label: "Undo", run: () => void takeBack(row, undo) };
    showToast({ text: decision.done, ...(action ? { action } : {}) });
    router.refresh();
  }

  async function takeBack(row: ReviewRow, undo: NonNullable<Decision["undo"]>): Promise<void> {
    const sent = await send(api + undo.path, undo.body ?? {}, undo.method);
    if (!sent.ok) showToast({ text: sent.problem.title, tone: "danger" });
    else setDecided((before) => new Set([...before].filter((one) => one !== identity(row))));
    if (sent.ok || changedMeanwhile(sent.problem)) router.refresh();
  }

  function asked(): void {
    setAsking(false);
    showToast({ text: "Asked. It stands on the home of whoever answered, and beside the criterion." });
    router.refresh();
    show(current);
  }

  useReviewKeys((command: ReviewCommand) => {
    if (!current) return false;
    const at = rows.indexOf(current);
    switch (command) {
      case "next":
      case "previous":
        show(rows[at + (command === "next" ? 1 : -1)]);
        return true;
      case "accept":
        if (current.accept) void decide(current, current.accept);
        else {
          const text = current.blocked ?? "This can’t be accepted here. Open it in the walk.";
          setProblem({ of: current.key, text });
        }
        return true;
      case "ask":
        if (!mayAsk) return false;
        setAsking(true);
        return true;
      case "open":
        router.push(current.href);
        return true;
    }
  });

  return (
    <div ref={list} className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <ReviewKeys />
      <p role="status" className="sr-only">
        {formatNumberOf(rows.length, "thing")} left in the queue
      </p>
      {problem && !rows.some(({ key }) => key === problem.of) && (
        <p role="alert" className="text-note text-danger">
          {problem.text}
        </p>
      )}
      {left.map((part) => (
        <section key={part.kind} aria-labelledby={`part-${part.kind}`}>
          <h3 id={`part-${part.kind}`} className="mb-1 flex gap-2 text-note font-semibold">
            {part.title} <span className="font-normal text-ink-2">{part.rows.length}</span>
          </h3>
          <ul className="border-t border-line-strong">
            {part.rows.map((row) => (
              <ReviewRowItem
                key={row.key}
                row={row}
                api={api}
                state={row !== current ? "closed" : asking ? "asking" : "open"}
                busy={busy}
                problem={row.key === problem?.of ? problem.text : null}
                mayAsk={mayAsk}
                onOpen={() => row !== current && show(row)}
                onDecide={(decision) => void decide(row, decision)}
                onAsk={() => setAsking(true)}
                onAsked={asked}
                onCancel={() => show(row)}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Whether the page shows what isn't so any more. */
function changedMeanwhile({ kind }: SentProblem): boolean {
  return kind === "conflict" || kind === "not-found";
}

/** What was decided was decided of this state: the same thing in another state comes back. */
function identity({ key, accept }: ReviewRow): string {
  return key + JSON.stringify(accept?.body ?? null);
}
