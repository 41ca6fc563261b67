import type { Answer, AnswerStatus } from "@/lib/core/scoring/types";
import { answerBrief } from "@/lib/core/walk/answer-words";
import { answerNow, change } from "@/lib/core/walk/answering";
import { topicOfCriterion } from "@/lib/core/walk/outline";
import { formatNumberOf } from "@/lib/core/words/format";
import { askFor, clearAnswer } from "./answer-actions";
import { say } from "./say";
import type { WalkStore } from "./walk-store";

/** As many as one save request takes. */
const MOST = 1000;

/** Criteria of the table in its order. */
export function tableRows(store: WalkStore): readonly string[] {
  const { shown } = store.get();
  return store.places.flatMap(({ topic }) =>
    topic.criteria.flatMap(({ id }) => (shown === null || shown.has(id) ? [id] : [])),
  );
}

/** Takes note of the row that has the focus. */
export function focusRow(store: WalkStore, criterion: string): void {
  if (store.get().focused === criterion) return;
  store.set({ focused: criterion, topic: topicOfCriterion(criterion), adding: false });
}

/** Moves the focus by a number of rows, or to an end; with `extend` the rows on the way are selected. */
export function moveRow(store: WalkStore, by: number, how: "move" | "extend" = "move"): void {
  const rows = tableRows(store);
  const { focused, selected } = store.get();
  const from = focused ? rows.indexOf(focused) : -1;
  const to = Math.min(Math.max(from < 0 ? 0 : from + by, 0), rows.length - 1);
  const criterion = rows[to];
  if (!criterion) return;
  const passed = how === "extend" ? rows.slice(Math.min(Math.max(from, 0), to), Math.max(from, to) + 1) : [];
  store.set({
    focused: criterion,
    topic: topicOfCriterion(criterion),
    adding: false,
    wish: { criterion, part: "answers" },
    ...(how === "extend" ? { selected: new Set([...selected, ...passed]) } : {}),
  });
  if (how === "extend") saySelected(store);
}

export function toggleRow(store: WalkStore, criterion: string): void {
  const selected = new Set(store.get().selected);
  if (!selected.delete(criterion)) selected.add(criterion);
  store.set({ selected });
  saySelected(store);
}

export function selectAll(store: WalkStore): void {
  store.set({ selected: new Set(tableRows(store)) });
  saySelected(store);
}

export function clearSelection(store: WalkStore): void {
  store.set({ selected: new Set(), bulk: null });
  say(store, "Nothing is selected.");
}

function saySelected(store: WalkStore): void {
  const { selected } = store.get();
  store.set({ bulk: null });
  say(store, `${formatNumberOf(selected.size, "criterion", "criteria")} selected.`);
}

/** What a key or button for an answer does in the table: of all that is selected, else of the row with the focus. */
export function askMany(store: WalkStore, status: AnswerStatus): void {
  const { selected, focused } = store.get();
  if (selected.size === 0) {
    if (focused) askFor(store, focused, status);
  } else if (status === "partly" || status === "not-applicable") {
    store.set({ bulk: status, strip: null });
  } else {
    answerMany(store, { status });
  }
}

export function clearMany(store: WalkStore): void {
  const { selected, focused } = store.get();
  if (selected.size > 0) answerMany(store, null);
  else if (focused) clearAnswer(store, focused);
}

/** Gives all that is selected one answer, null takes theirs back; one undo brings all of it back. */
export function answerMany(store: WalkStore, answer: Answer | null): void {
  const { selected, answering } = store.get();
  const open = [...selected].filter((id) => store.readOnly(topicOfCriterion(id)) === null);
  if (open.length > MOST) {
    store.set({ strip: { text: `At most ${MOST} at once: select fewer.`, actions: [] } });
    return;
  }
  const real = open.filter((id) => answer !== null || answerNow(answering, id) !== null);
  const next = change(
    answering,
    "hand",
    real.map((criterion) => ({ criterion, answer })),
  );
  const done = next.undo.at(-1);
  const changed = next === answering || done === answering.undo.at(-1) ? 0 : (done?.changes.length ?? 0);
  const left = selected.size - open.length;
  const text = [
    changed === 0
      ? "Nothing to change."
      : answer
        ? `${formatNumberOf(changed, "answer")} set to ${answerBrief(answer).toLowerCase()}.`
        : `${formatNumberOf(changed, "answer")} taken back.`,
    left > 0 && `${left} can’t be changed by you.`,
  ]
    .filter(Boolean)
    .join(" ");
  store.set({ answering: next, bulk: null, ghost: null, strip: { text, actions: changed > 0 ? ["undo"] : [] } });
}
