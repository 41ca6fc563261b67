"use client";

import { clsx } from "clsx";
import { memo, Suspense, useEffect, useRef } from "react";
import { ToggleGroup, type ToggleOption } from "@/components/ui/toggle-group";
import { keptWords } from "@/lib/core/device/keeping";
import type { Answer, AnswerStatus } from "@/lib/core/scoring/types";
import { answerBrief, STATUSES } from "@/lib/core/walk/answer-words";
import type { Refusal } from "@/lib/core/walk/answering";
import type { Conflict } from "@/lib/core/walk/conflict";
import type { Entry } from "@/lib/core/walk/entry";
import type { EvidenceView, ExceptionView } from "@/lib/core/walk/evidence-view";
import { type CriterionText, criterionSlug } from "@/lib/core/walk/outline";
import { provenanceWords, type Telling } from "@/lib/core/walk/provenance-words";
import { CoverageEntry } from "./coverage-entry";
import { KeptEntry } from "./kept-entry";
import { lazily } from "./lazily";
import { ReasonEntry } from "./reason-entry";
import { StillTrue } from "./still-true";
import { askFor } from "./store/answer-actions";
import { focusOn } from "./store/move-actions";
import type { FocusWish } from "./store/walk-state";
import { useWalk } from "./walk-context";

const ConflictChoice = lazily(() => import("./conflict-choice").then((module) => module.ConflictChoice));
const RefusalNote = lazily(() => import("./refusal-note").then((module) => module.RefusalNote));

type Props = Readonly<{
  text: CriterionText;
  answer: Answer | null;
  entry: Entry | undefined;
  evidence: readonly EvidenceView[];
  exception: ExceptionView | undefined;
  /** Of an earlier round, to be confirmed. */
  stillTrue: boolean;
  telling: Telling;
  /** What waits on this device: on its way, or until there is a connection. */
  saving: "saving" | "kept" | null;
  conflict: Conflict | undefined;
  refusal: Refusal | undefined;
  focused: boolean;
  /** What is being typed; undefined: nothing. */
  coverage: string | undefined;
  reason: string | undefined;
  /** Where the focus is to go in this row. */
  wish: FocusWish | null;
  readOnly: boolean;
}>;

const OPTIONS: readonly ToggleOption<AnswerStatus>[] = STATUSES.map(({ status, name, short, key }) => ({
  value: status,
  label: name,
  short,
  shortcut: key,
}));

/**
 * One criterion: its statement, who says what of it, and the five answers. At most 64 px high where it has two lines.
 */
export const CriterionRow = memo(function CriterionRow(props: Props) {
  const { text, answer, entry, evidence, exception, telling, saving, conflict, refusal, focused } = props;
  const { coverage, reason, wish, readOnly, stillTrue } = props;
  const provenance = provenanceWords({ answer, entry, evidence, exception }, telling);
  const store = useWalk();
  const row = useRef<HTMLLIElement>(null);

  useEffect(() => {
    if (wish?.part !== "answers" || !row.current) return;
    row.current.querySelector<HTMLElement>("[role=group] button[tabindex='0']")?.focus({ preventScroll: true });
    row.current.scrollIntoView({ block: "nearest" });
  }, [wish]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press anywhere in the row only shows its panel; keys move there with the arrows
    <li
      ref={row}
      id={criterionSlug(text.id)}
      data-criterion={text.id}
      onFocus={() => focusOn(store, text.id)}
      onClick={() => focusOn(store, text.id)}
      className={clsx(
        "grid scroll-my-16 items-center gap-x-5 gap-y-1 border-b border-line py-1 pr-2 pl-2.5 max-sm:gap-y-2 max-sm:px-0 max-sm:py-2.5 sm:min-h-14 sm:grid-cols-[minmax(0,1fr)_17.75rem]",
        focused && "sm:rounded-[3px] sm:bg-raised sm:outline-2 sm:-outline-offset-1 sm:outline-ink",
      )}
    >
      <div className="min-w-0">
        <p className="text-body/4.75 max-sm:text-read/5.5">{text.statement}</p>
        <p
          title={provenance.text}
          className={clsx("text-small sm:truncate", provenance.bad ? "text-danger" : "text-ink-2")}
        >
          {stillTrue && !readOnly && <StillTrue key={text.id} criterion={text.id} />}
          {provenance.text}
          {saving && (
            <span className="text-ink-2">
              {" "}
              · {saving === "saving" ? "Saving…" : keptWords(store.data.organization.keeping)}
            </span>
          )}
        </p>
      </div>
      <div className="sm:justify-self-end">
        {readOnly ? (
          <span className={clsx("text-note font-medium", answer === null && "text-ink-2")}>{answerBrief(answer)}</span>
        ) : (
          <>
            <ToggleGroup
              layout="answer"
              label={`Answer: ${text.statement}`}
              options={OPTIONS}
              value={answer?.status ?? null}
              onChange={(status) => askFor(store, text.id, status)}
            />
            {(answer?.status === "partly" || coverage !== undefined) && (
              <CoverageEntry key={text.id} text={text} answer={answer} typed={coverage} wish={wish} />
            )}
          </>
        )}
      </div>
      {readOnly && coverage !== undefined && <KeptEntry criterion={text.id} field="coverage" text={coverage} />}
      {reason !== undefined && <ReasonEntry key={text.id} criterion={text.id} typed={reason} wish={wish} />}
      <Suspense>
        {conflict && <ConflictChoice key={text.id} conflict={conflict} />}
        {refusal && <RefusalNote key={text.id} refusal={refusal} />}
      </Suspense>
    </li>
  );
});
