"use client";

import { clsx } from "clsx";
import { memo, useEffect, useRef } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { answerBrief, coverageText } from "@/lib/core/walk/answer-words";
import type { CriterionText } from "@/lib/core/walk/outline";
import { momentWords } from "@/lib/core/walk/provenance-words";
import { CoverageEntry } from "../coverage-entry";
import { ReasonEntry } from "../reason-entry";
import { focusRow, toggleRow } from "../store/table-actions";
import type { TimeTelling } from "../time-telling";
import { useWalk } from "../walk-context";
import type { RowModel } from "./use-group-rows";

type Props = Readonly<{
  row: RowModel;
  text: CriterionText | undefined;
  /** Name of its stage, and whether it is the first row of that stage. */
  stage: string;
  first: boolean;
  /** The one row that Tab reaches. */
  stop: boolean;
  nameOf: (person: string) => string;
  times: TimeTelling;
}>;

/** Columns from 768 px up; below, the statement stands over the rest. */
export const COLUMNS =
  "grid grid-cols-[2rem_1fr_auto] pointer-coarse:grid-cols-[2.75rem_1fr_auto] md:grid-cols-[1.75rem_5rem_minmax(0,1fr)_6.25rem_6rem_5rem] min-[88rem]:grid-cols-[1.75rem_5rem_minmax(0,1fr)_6.25rem_6rem_5rem_7.5rem_5rem] gap-x-2.5";

/** One criterion in one line; its entry of a coverage or a reason opens under it. */
export const TableRow = memo(function TableRow({ row, text, stage, first, stop, nameOf, times }: Props) {
  const store = useWalk();
  const element = useRef<HTMLDivElement>(null);
  const { id, answer, entry, wish } = row;
  useEffect(() => {
    if (wish?.part !== "answers") return;
    element.current?.focus({ preventScroll: true });
    element.current?.scrollIntoView({ block: "nearest" });
  }, [wish]);
  const who = entry && answer ? nameOf(entry.changedBy) : "";
  const when = entry && answer ? momentWords(entry.changedAt, times) : "";
  return (
    <div
      ref={element}
      role="row"
      aria-selected={row.selected}
      data-row={id}
      tabIndex={stop ? 0 : -1}
      onFocus={() => focusRow(store, id)}
      className={clsx(
        COLUMNS,
        "scroll-mt-32 scroll-mb-40 items-center border-b border-line px-1.5 py-1 text-note focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-ink",
        row.selected && "bg-accent-soft",
      )}
    >
      <span role="gridcell" className="max-md:row-span-2 max-md:self-start">
        <Checkbox
          tabIndex={-1}
          checked={row.selected}
          label={`Select: ${text?.statement ?? id}`}
          hideLabel
          onChange={() => toggleRow(store, id)}
        />
      </span>
      <span role="gridcell" className="text-small text-ink-2 max-md:hidden">
        <span className={first ? "" : "sr-only"}>{stage}</span>
      </span>
      <span role="gridcell" dir="auto" className="max-md:col-span-2 md:line-clamp-2 md:py-0.5 md:text-note/4.25">
        {text?.statement ?? "…"}
      </span>
      <span role="gridcell" className={clsx("font-medium", answer === null && "font-normal! text-ink-2")}>
        {answer?.status === "partly" ? "Partly" : answerBrief(answer)}
        {row.trouble && (
          <span className="ml-1 text-small text-danger">{row.trouble === "conflict" ? "conflict" : "not saved"}</span>
        )}
        <span className="ml-1.5 font-mono text-small font-normal text-ink-2 md:hidden">{coverageText(answer)}</span>
      </span>
      <span role="gridcell" className="truncate font-mono text-small max-md:hidden">
        {coverageText(answer)}
      </span>
      <span role="gridcell" className={clsx("text-small", row.against ? "text-danger" : "text-ink-2")}>
        {row.evidence === 0 ? (
          <span className="max-md:hidden">none</span>
        ) : (
          `${row.evidence}${row.against ? ", against" : ""}`
        )}
      </span>
      <span role="gridcell" className="truncate text-small text-ink-2 max-[88rem]:hidden">
        {who}
      </span>
      <span role="gridcell" className="text-small whitespace-nowrap text-ink-2 max-[88rem]:hidden">
        {when}
      </span>
      {text && row.coverage !== undefined && (
        <div role="gridcell" className="col-span-full pb-1">
          <CoverageEntry text={text} answer={answer} typed={row.coverage} wish={wish} />
        </div>
      )}
      {row.reason !== undefined && (
        <div role="gridcell" className="col-span-full pb-1">
          <ReasonEntry criterion={id} typed={row.reason} wish={wish} />
        </div>
      )}
    </div>
  );
});
