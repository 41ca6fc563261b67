"use client";

import { type FormEvent, useState } from "react";
import { FileLine } from "@/components/evidence/file-line";
import { LongField } from "@/components/forms/long-field";
import { Button } from "@/components/ui/button";
import { shareWords } from "@/lib/core/walk/answer-words";
import { answerNow } from "@/lib/core/walk/answering";
import { claimOf, type EvidenceView, standingOf } from "@/lib/core/walk/evidence-view";
import { attestationWords } from "@/lib/core/words/evidence";
import { formatDay } from "@/lib/core/words/format";
import { mayReview } from "../may-review";
import { nameTeller } from "../name-teller";
import { type EvidenceVerdict, reviewEvidence, withdrawEvidence } from "../store/evidence-actions";
import { useWalk, useWalkBeside } from "../walk-context";
import { AlsoSpeaksTo } from "./also-speaks-to";
import { EvidenceOutlook } from "./evidence-outlook";

type Props = Readonly<{
  item: EvidenceView;
  /** Whether it counts today: neither expired nor replaced by a newer one of its source. */
  speaks: boolean;
  readOnly: boolean;
  onEdit: () => void;
}>;

/** One piece of evidence: what it says, since when and until when, who accepted it. */
export function EvidenceItem({ item, speaks, readOnly, onEdit }: Props) {
  const store = useWalk();
  const { answering, names } = useWalkBeside("answering", "names", "standing");
  const [dismissing, setDismissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>();
  const entry = answering.entries.get(item.criterion);
  const nameOf = nameTeller(names, store.data.me.id);
  const may = mayReview(store, [item.addedBy, ...(entry?.answer ? [entry.changedBy] : [])]);
  const mine = item.addedBy === store.data.me.id;
  const reviewed = item.accepted || item.dismissed;

  async function run(work: () => ReturnType<typeof reviewEvidence> | ReturnType<typeof withdrawEvidence>) {
    setBusy(true);
    const sent = await work();
    setBusy(false);
    setProblem(sent.ok ? undefined : (sent.problem.fields[0]?.message ?? sent.problem.title));
    if (sent.ok) setDismissing(false);
  }
  const review = (verdict: EvidenceVerdict) => void run(() => reviewEvidence(store, item, verdict));

  function dismiss(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    review({ verdict: "dismiss", reason: String(new FormData(event.currentTarget).get("reason")) });
  }

  const standing = standingOf(item, claimOf(answerNow(answering, item.criterion)));
  const measures = item.coverage === undefined ? null : `measures ${shareWords(item.coverage)}`;
  const says = [measures, speaks ? standing : silenceWords(item, store.data.asOf)].filter(Boolean).join(", ");
  const attested = attestationWords(item);
  const state = item.dismissed
    ? `dismissed${item.dismissedBy ? ` by ${nameOf(item.dismissedBy)}` : ""}`
    : item.accepted
      ? `accepted${item.acceptedBy ? ` by ${nameOf(item.acceptedBy)}` : ""}`
      : "to be accepted";
  return (
    <div className="text-note">
      <p className={item.dismissed ? "text-ink-2 line-through" : "font-medium"}>
        {item.link ? (
          <a href={item.link} target="_blank" rel="noreferrer" className="link">
            {item.title}
          </a>
        ) : (
          item.title
        )}
      </p>
      <p className="flex flex-wrap justify-between gap-x-3 text-small text-ink-2">
        <span className={standing === "contradicts" && speaks ? "text-danger" : undefined}>
          {says} · {state}
        </span>
        {item.expires ? <EvidenceOutlook expires={item.expires} /> : <span>{formatDay(item.date)}</span>}
      </p>
      <p className="text-small text-ink-2">
        {item.expires && `${formatDay(item.date)} · `}
        {item.source && `${item.source} · `}
        {attested && `${attested} · `}
        {item.owner && `kept current by ${item.owner} · `}added by {nameOf(item.addedBy)}
        {item.addedOn !== item.date && ` on ${formatDay(item.addedOn)}`}
        {item.dismissedReason && ` · ${item.dismissedReason}`}
      </p>
      {item.file && (
        <FileLine piece={`${store.api}/evidence/${item.id}`} file={item.file} may={store.data.rights.files} />
      )}
      <AlsoSpeaksTo item={item} />
      {dismissing ? (
        <form onSubmit={dismiss} className="mt-1.5 grid gap-1.5">
          <LongField label="Why doesn’t it count?" what="a reason" name="reason" required autoFocus />
          <div className="flex gap-1.5">
            <Button size="small" type="submit" busy={busy}>
              Dismiss
            </Button>
            <Button size="small" variant="quiet" onClick={() => setDismissing(false)}>
              Cancel
            </Button>
          </div>
        </form>
      ) : (
        <div className="mt-1 flex flex-wrap gap-1.5 empty:hidden">
          {may === "yes" && !reviewed && (
            <>
              <Button size="small" busy={busy} onClick={() => review({ verdict: "accept" })}>
                Accept
              </Button>
              <Button size="small" onClick={() => setDismissing(true)}>
                Dismiss…
              </Button>
            </>
          )}
          {may === "yes" && reviewed && (
            <Button size="small" busy={busy} onClick={() => review({ verdict: "reopen" })}>
              Review again
            </Button>
          )}
          {!readOnly && (
            <Button size="small" variant="quiet" onClick={onEdit}>
              Edit
            </Button>
          )}
          {!readOnly && mine && !reviewed && (
            <Button
              size="small"
              variant="quiet"
              busy={busy}
              onClick={() => void run(() => withdrawEvidence(store, item))}
            >
              Take back
            </Button>
          )}
        </div>
      )}
      {may === "own" && !reviewed && <p className="text-small text-ink-2">Yours: it needs another reviewer.</p>}
      {problem && (
        <p role="alert" className="text-small text-danger">
          {problem}
        </p>
      )}
    </div>
  );
}

/** Why evidence doesn't count on a day, where nobody has dismissed it. */
function silenceWords({ dismissed, date, expires }: EvidenceView, asOf: string): string | null {
  if (dismissed) return null;
  if (date > asOf) return "dated ahead";
  return expires !== undefined && expires <= asOf ? null : "replaced by a newer one";
}
