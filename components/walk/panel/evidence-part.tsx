"use client";

import { Suspense, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { speakingEvidence } from "@/lib/core/walk/evidence-view";
import { lazily } from "../lazily";
import { useWalk, useWalkBeside } from "../walk-context";
import { Part } from "./part";

const EvidenceItem = lazily(() => import("./evidence-item").then((module) => module.EvidenceItem));
const WalkEvidenceForm = lazily(() => import("./walk-evidence-form").then((module) => module.WalkEvidenceForm));

/** What stands behind the answer, and a way to add to it. */
export function EvidencePart({ criterion, readOnly }: Readonly<{ criterion: string; readOnly: boolean }>) {
  const store = useWalk();
  const { evidence, adding, wish, offered, dragging } = useWalkBeside(
    "evidence",
    "adding",
    "wish",
    "offered",
    "dragging",
  );
  const [editing, setEditing] = useState<string | null>(null);
  const ways = useRef<HTMLDivElement>(null);
  const items = [...(evidence.get(criterion) ?? [])].sort((a, b) => b.date.localeCompare(a.date));
  const speaking = new Set(speakingEvidence(items, store.data.asOf).map(({ id }) => id));

  useEffect(() => {
    if (wish?.criterion !== criterion || wish.part !== "evidence" || !ways.current?.offsetParent) return;
    ways.current.querySelector<HTMLElement>("input:not([type=hidden]), button")?.focus();
  }, [wish, criterion]);

  return (
    <Part title="Evidence">
      {items.length === 0 && readOnly && <p className="text-note text-ink-2">No evidence yet.</p>}
      <ul className="grid gap-1.5">
        {items.map((item) => (
          <li key={item.id} className="rounded border border-line px-2.5 py-1.75">
            {editing === item.id ? (
              <Suspense>
                <WalkEvidenceForm criterion={criterion} item={item} onDone={() => setEditing(null)} />
              </Suspense>
            ) : (
              <Suspense>
                <EvidenceItem
                  item={item}
                  speaks={speaking.has(item.id)}
                  readOnly={readOnly}
                  onEdit={() => setEditing(item.id)}
                />
              </Suspense>
            )}
          </li>
        ))}
      </ul>
      {dragging && !readOnly && (
        <p className="mt-1.5 rounded border-2 border-dashed border-accent bg-accent-soft px-2.5 py-4 text-center text-note">
          Drop the file to attach it to this criterion
        </p>
      )}
      {!readOnly && (
        <div ref={ways}>
          {adding ? (
            <div className="mt-1.5 rounded border border-line px-2.5 py-2">
              <Suspense>
                <WalkEvidenceForm
                  key={offered ? `${offered.name} ${offered.size} ${offered.lastModified}` : "new"}
                  criterion={criterion}
                  offered={offered}
                  onDone={() => store.set({ adding: false, offered: null, wish: { criterion, part: "evidence" } })}
                />
              </Suspense>
            </div>
          ) : (
            <Button
              icon="plus"
              aria-keyshortcuts="E"
              className="mt-1.5 w-full border-dashed border-line-strong font-normal text-ink-2!"
              onClick={() => store.set({ adding: true })}
            >
              Add evidence <Kbd>E</Kbd>
            </Button>
          )}
        </div>
      )}
    </Part>
  );
}
