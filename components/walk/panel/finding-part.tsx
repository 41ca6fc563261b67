"use client";

import { Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import { findingDiffers } from "@/lib/core/review/finding";
import { findingWords, METHOD_NAMES } from "@/lib/core/review/review-words";
import { answerNow } from "@/lib/core/walk/answering";
import { formatDay } from "@/lib/core/words/format";
import { lazily } from "../lazily";
import { nameTeller } from "../name-teller";
import { endFinding } from "../store/review-actions";
import { useWalk, useWalkBeside } from "../walk-context";
import { BeginButton } from "./begin-button";
import { Part } from "./part";

const FindingForm = lazily(() => import("./finding-form").then((module) => module.FindingForm));

/** What assessors and reviewers hold to be so, beside the claim. It changes no score. */
export function FindingPart({ criterion, begun }: Readonly<{ criterion: string; begun: boolean }>) {
  const store = useWalk();
  const { findings, answering, names, standing } = useWalkBeside("findings", "answering", "names", "standing");
  const [open, setOpen] = useState(begun);
  const [busy, setBusy] = useState(false);
  const { me, rights } = store.data;
  const found = findings.get(criterion) ?? [];
  const mine = found.find(({ madeBy }) => madeBy === me.id);
  const may = rights.find && standing.state !== "approved";
  if (found.length === 0 && !may) return null;
  const answer = answerNow(answering, criterion);
  const nameOf = nameTeller(names, me.id);

  async function end() {
    setBusy(true);
    await endFinding(store, criterion);
    setBusy(false);
  }

  return (
    <Part title="Findings">
      <ul className="grid gap-1.5">
        {found.map((finding) => (
          <li key={finding.madeBy} className="rounded border border-line px-2.5 py-1.75 text-note">
            <p className="flex flex-wrap justify-between gap-x-3">
              <span className="font-medium">{findingWords(finding)}</span>
              {findingDiffers(finding, answer) && <span className="text-danger">differs from the claim</span>}
            </p>
            {finding.note && <p className="wrap-anywhere">{finding.note}</p>}
            <p className="text-small text-ink-2">
              {[METHOD_NAMES[finding.method], finding.sample].filter(Boolean).join(": ")} · {nameOf(finding.madeBy)},{" "}
              {formatDay(new Date(finding.madeAt).toISOString().slice(0, 10))} · changes no score
            </p>
            {finding === mine && may && !open && (
              <div className="mt-1 flex gap-1.5">
                <Button size="small" variant="quiet" onClick={() => setOpen(true)}>
                  Edit
                </Button>
                <Button size="small" variant="quiet" busy={busy} onClick={() => void end()}>
                  Take back
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {open && (
        <Suspense>
          <FindingForm criterion={criterion} known={mine} onDone={() => setOpen(false)} />
        </Suspense>
      )}
      {may && !mine && !open && <BeginButton of="finding" onClick={() => setOpen(true)} />}
    </Part>
  );
}
