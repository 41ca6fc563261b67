import { useRef } from "react";
import type { Answer } from "@/lib/core/scoring/types";
import { answerNow } from "@/lib/core/walk/answering";
import type { Entry } from "@/lib/core/walk/entry";
import { isContradicted } from "@/lib/core/walk/evidence-view";
import type { OutlineTopic } from "@/lib/core/walk/outline";
import type { FocusWish, WalkState } from "../store/walk-state";
import { typedKey } from "../store/walk-state";
import { useWalk, useWalkValue } from "../walk-context";

/** What one row of the table shows. */
export type RowModel = Readonly<{
  id: string;
  stage: string;
  answer: Answer | null;
  entry: Entry | undefined;
  evidence: number;
  against: boolean;
  focused: boolean;
  selected: boolean;
  coverage: string | undefined;
  reason: string | undefined;
  wish: FocusWish | null;
  trouble: "conflict" | "refused" | null;
}>;

/**
 * The rows of one topic, the same by identity until one of them shows something else: of a thousand rows a key press
 * draws one or two.
 */
export function useGroupRows(topic: OutlineTopic): readonly RowModel[] {
  const store = useWalk();
  const held = useRef<{ state: WalkState; rows: readonly RowModel[] } | null>(null);
  return useWalkValue(() => {
    const state = store.get();
    const last = held.current;
    if (last?.state === state) return last.rows;
    const rows = topic.criteria.flatMap(({ id, stage }, index) => {
      if (state.shown !== null && !state.shown.has(id)) return [];
      const row = modelOf(state, { id, topic: topic.id, stage, asOf: store.data.asOf });
      const before = last?.rows[index];
      return before && same(before, row) ? [before] : [row];
    });
    const unchanged = last?.rows.length === rows.length && rows.every((row, index) => row === last.rows[index]);
    held.current = { state, rows: unchanged ? last.rows : rows };
    return held.current.rows;
  });
}

type Which = Readonly<{ id: string; topic: string; stage: string; asOf: string }>;

function modelOf(state: WalkState, { id, topic, stage, asOf }: Which): RowModel {
  const { answering, typed, wish } = state;
  const answer = answerNow(answering, id);
  const evidence = state.evidence.get(id) ?? [];
  const typing = (field: "coverage" | "reason") => typed.get(typedKey({ topic, criterion: id, field }))?.text;
  return {
    id,
    stage,
    answer,
    entry: answering.entries.get(id),
    evidence: evidence.length,
    against: evidence.length > 0 && isContradicted(evidence, answer, asOf),
    focused: state.focused === id,
    selected: state.selected.has(id),
    coverage: typing("coverage"),
    reason: typing("reason"),
    wish: wish?.criterion === id ? wish : null,
    trouble: answering.conflicts.has(id) ? "conflict" : answering.refusals.has(id) ? "refused" : null,
  };
}

function same(a: RowModel, b: RowModel): boolean {
  return (
    a.id === b.id &&
    a.answer === b.answer &&
    a.entry === b.entry &&
    a.evidence === b.evidence &&
    a.against === b.against &&
    a.focused === b.focused &&
    a.selected === b.selected &&
    a.coverage === b.coverage &&
    a.reason === b.reason &&
    a.wish === b.wish &&
    a.trouble === b.trouble
  );
}
