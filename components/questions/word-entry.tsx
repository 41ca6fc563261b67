"use client";

import { type FocusEvent, type KeyboardEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { parseReason } from "@/lib/core/said/parse-reason";
import type { Answer } from "@/lib/core/scoring/types";
import { answerBrief, coverageText } from "@/lib/core/walk/answer-words";
import { parseCoverage } from "@/lib/core/walk/parse-coverage";
import { LONGEST } from "@/lib/core/words/long-text";

type Props = Readonly<{
  status: "partly" | "not-applicable";
  /** The answer that stands. */
  answer: Answer | null;
  /** What is being typed and doesn't count yet; undefined: the field shows what stands. */
  typed?: string;
  population?: string;
  locked: boolean;
  onType: (text: string) => void;
  onSay: (answer: Answer) => void;
  onCancel: () => void;
}>;

/**
 * The word that an answer needs: how much, or why it doesn't apply. Enter, or leaving the field, says it once it can be read;
 * Escape goes back to what stands. Until then nothing changes, and the field says so.
 */
export function WordEntry({ status, answer, typed, population, locked, onType, onSay, onCancel }: Props) {
  const box = useRef<HTMLDivElement>(null);
  /** Whether what can't be read is pointed out. */
  const [tried, setTried] = useState(false);
  const coverage = status === "partly";
  const stands = coverage ? coverageText(answer) : answer?.status === status ? answer.reason : "";
  const text = typed ?? stands;
  const read = coverage ? parseCoverage(text) : parseReason(text);
  const tooLong = !coverage && text.trim().length > LONGEST.text;

  function say() {
    if (typed === undefined) return;
    if (typed === stands && answer?.status === status) return onCancel();
    setTried(!read.ok);
    if (read.ok) onSay(read.answer);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter") say();
    if (event.key !== "Escape" || typed === undefined) return;
    event.preventDefault();
    onCancel();
  }

  function onBlur(event: FocusEvent) {
    if (!box.current?.contains(event.relatedTarget)) say();
  }

  return (
    <div ref={box}>
      <Field
        label={coverage ? `How much${population ? `, of ${population}` : ""}` : "Why it doesn't apply"}
        hint={typed === undefined ? undefined : notYet(status, answer)}
        error={typed !== undefined && (tried || tooLong) && !read.ok ? read.message : undefined}
      >
        {(ties) => (
          <div className="flex flex-wrap gap-2">
            <Input
              {...ties}
              figures={coverage}
              value={text}
              placeholder={coverage ? "92 or 1123/1204" : undefined}
              dir={coverage ? undefined : "auto"}
              autoComplete="off"
              disabled={locked}
              onChange={(event) => {
                setTried(false);
                onType(event.target.value);
              }}
              onKeyDown={onKeyDown}
              onBlur={onBlur}
              className={coverage ? "max-w-52" : "flex-1 basis-60"}
            />
            {typed !== undefined && !locked && (
              <Button
                variant="quiet"
                // A field that is left says what it holds: cancelling doesn't leave it first.
                onMouseDown={(event) => event.preventDefault()}
                onBlur={onBlur}
                onClick={onCancel}
              >
                Cancel
              </Button>
            )}
          </div>
        )}
      </Field>
    </div>
  );
}

function notYet(status: Props["status"], answer: Answer | null): string {
  const missing = `Not saved yet: say ${status === "partly" ? "how much" : "why"}.`;
  return answer ? `${missing} Until then “${answerBrief(answer)}” stands.` : missing;
}
