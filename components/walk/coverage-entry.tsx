"use client";

import { clsx } from "clsx";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { CONTROL } from "@/components/ui/input";
import type { Answer } from "@/lib/core/scoring/types";
import { coverageText } from "@/lib/core/walk/answer-words";
import { type CriterionText, topicOfCriterion } from "@/lib/core/walk/outline";
import { parseCoverage } from "@/lib/core/walk/parse-coverage";
import { formatCount } from "@/lib/core/words/format";
import { KeptEntry } from "./kept-entry";
import { setAnswer } from "./store/answer-actions";
import { stopTyping, typeText } from "./store/typing-actions";
import type { FocusWish } from "./store/walk-state";
import { useWalk, useWalkValue } from "./walk-context";

type Props = Readonly<{
  text: CriterionText;
  answer: Answer | null;
  typed: string | undefined;
  wish: FocusWish | null;
}>;

/**
 * How much of the population: a share or a count, in one field; on a phone in two, with the number pad. Enter saves,
 * Escape restores, leaving the field saves what is valid; nothing changes until it is.
 */
export function CoverageEntry(props: Props) {
  const store = useWalk();
  const { text, typed } = props;
  const readOnly = useWalkValue(() => store.readOnly(topicOfCriterion(text.id)));
  if (!readOnly) return <Entry {...props} />;
  return typed === undefined ? null : <KeptEntry criterion={text.id} field="coverage" text={typed} />;
}

function Entry({ text, answer, typed, wish }: Props) {
  const store = useWalk();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const shown = typed ?? coverageText(answer);
  const [count = "", population = ""] = shown.split("/").map((part) => part.trim());

  useEffect(() => {
    if (wish?.part !== "coverage") return;
    const inputs = [...(box.current?.querySelectorAll("input") ?? [])];
    const visible = inputs.find((input) => input.offsetParent !== null);
    visible?.focus();
    visible?.select();
  }, [wish]);

  function write(value: string) {
    setProblem(null);
    typeText(store, text.id, "coverage", value);
  }

  /** @param insist whether something that can't be read is pointed out, as on Enter */
  function save({ insist }: { insist: boolean }): void {
    if (typed === undefined) return;
    if (typed.trim() === "" && !insist) {
      restore();
      return;
    }
    const parsed = parseCoverage(typed);
    if (!parsed.ok) {
      setProblem(parsed.message);
      return;
    }
    setProblem(null);
    stopTyping(store, text.id, "coverage");
    setAnswer(store, text.id, parsed.answer, whole(parsed.answer));
  }

  function restore() {
    setProblem(null);
    stopTyping(store, text.id, "coverage");
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") restore();
    else save({ insist: true });
    if (event.key === "Escape" || parseCoverage(shown).ok) {
      store.set({ wish: { criterion: text.id, part: "answers" } });
    }
  }

  function onBlur(event: React.FocusEvent) {
    if (!box.current?.contains(event.relatedTarget)) save({ insist: false });
  }

  const common = {
    type: "text",
    autoComplete: "off",
    onKeyDown,
    onBlur,
    "aria-invalid": problem ? true : undefined,
    "aria-describedby": problem ? `${id}-problem` : undefined,
  } as const;
  return (
    <div ref={box}>
      <div className="mt-1 flex items-center justify-end gap-2 text-small/4.5 text-ink-2 max-sm:hidden">
        <label htmlFor={id}>{labelOf(answer, text.unit)}</label>
        <input
          {...common}
          id={id}
          value={shown}
          placeholder="92 or 1123/1204"
          onChange={(event) => write(event.target.value)}
          className={clsx(CONTROL, "h-5.5! min-h-0! w-32 rounded-[3px] px-1.5! font-mono text-small/4.5!")}
        />
      </div>
      <div className="mt-2 flex items-center gap-2 text-note sm:hidden">
        <input
          {...common}
          inputMode="decimal"
          aria-label={`Count, or share in per cent${text.unit ? `, ${text.unit}` : ""}`}
          value={count}
          onChange={(event) => write(population ? `${event.target.value}/${population}` : event.target.value)}
          className={clsx(CONTROL, "h-11 w-23 font-mono")}
        />
        of
        <input
          {...common}
          inputMode="numeric"
          aria-label={`How many there are in all${text.unit ? `, ${text.unit}` : ""}; empty for a share`}
          value={population}
          placeholder="100 %"
          onChange={(event) => write(event.target.value ? `${count}/${event.target.value}` : count)}
          className={clsx(CONTROL, "h-11 w-23 font-mono")}
        />
        {text.unit}
      </div>
      <p id={`${id}-problem`} role="alert" className="text-small text-danger sm:max-w-74 sm:text-right">
        {problem}
      </p>
    </div>
  );
}

function labelOf(answer: Answer | null, unit: string | undefined): string {
  const population = answer?.status === "partly" ? answer.population : undefined;
  if (population !== undefined) return `of ${formatCount(population)}${unit ? ` ${unit}` : ""}`;
  return unit ? `of ${unit}` : "coverage";
}

/** Nothing and all are not "partly": it says what they became. */
function whole(answer: Answer): string | undefined {
  if (answer.status === "not-met") return "Nothing covered: saved as Not met.";
  if (answer.status === "met") return "All covered: saved as Met.";
  return undefined;
}
