"use client";

import { memo, Suspense } from "react";
import { answerNow } from "@/lib/core/walk/answering";
import type { CriterionText } from "@/lib/core/walk/outline";
import { formatNames } from "@/lib/core/words/format";
import { lazily } from "../lazily";
import { useValueBeside, useWalk, useWalkBeside } from "../walk-context";
import { EvidencePart } from "./evidence-part";
import { NoteField } from "./note-field";
import { Part } from "./part";
import { ReviewParts } from "./review-parts";

const NotApplicableReview = lazily(() =>
  import("./not-applicable-review").then((module) => module.NotApplicableReview),
);

/** How to check one criterion, what was written down and what stands behind its answer. */
export const CriterionPanel = memo(function CriterionPanel({ text }: Readonly<{ text: CriterionText }>) {
  const store = useWalk();
  const { texts, topic } = useWalkBeside("texts", "topic");
  const asks = texts.get(topic)?.asks ?? [];
  const claimed = useValueBeside(() => answerNow(store.get().answering, text.id)?.status === "not-applicable");
  const readOnly = useValueBeside(() => store.readOnly(topic)) !== null;
  return (
    <>
      {claimed && (
        <Suspense>
          <NotApplicableReview criterion={text.id} />
        </Suspense>
      )}
      <Part title="How to check">
        <p className="text-body/4.75">{text.check}</p>
      </Part>
      {text.population && (
        <Part title="Counted among">
          <p className="text-note text-ink-2">{text.population}</p>
        </Part>
      )}
      <Part title="Where to look">
        <ul className="grid gap-1 text-note text-ink-2">
          {text.look.map((place) => (
            <li key={place}>{place}</li>
          ))}
        </ul>
      </Part>
      <Part title="What counts as evidence">
        <p className="text-note text-ink-2">{text.evidence}</p>
      </Part>
      <Part title="Who usually knows">
        <p className="text-note text-ink-2">{formatNames(asks)}</p>
      </Part>
      <NoteField criterion={text.id} readOnly={readOnly} />
      <EvidencePart criterion={text.id} readOnly={readOnly} />
      <ReviewParts criterion={text.id} readOnly={readOnly} />
    </>
  );
});
