import { pickRestNotMet, pickStage, type StagePick } from "@/lib/core/scoring/pick-stage";
import type { Answer, AnswerStatus } from "@/lib/core/scoring/types";
import { answerBrief, pickWords, replaceWords, statusName, undoWords } from "@/lib/core/walk/answer-words";
import { answerNow, change, dropRefusal, pickSide, undoLast, writeNote } from "@/lib/core/walk/answering";
import type { SaveHow } from "@/lib/core/walk/entry";
import { topicOfCriterion } from "@/lib/core/walk/outline";
import { momentWords } from "@/lib/core/walk/provenance-words";
import { replaceAnswers } from "@/lib/core/walk/replace-answers";
import { formatLevel, formatNumberOf } from "@/lib/core/words/format";
import { timeTelling } from "../time-telling";
import { go, isShown, shownCriteria } from "./move-actions";
import { say } from "./say";
import { startTyping } from "./typing-actions";
import type { Strip } from "./walk-state";
import type { WalkStore } from "./walk-store";

type Changes = readonly Readonly<{ criterion: string; answer: Answer | null }>[];

/** Changes answers of the topic at once; what was there before stays as a ghost on its bar. */
export function changeAnswers(store: WalkStore, how: SaveHow, changes: Changes, strip: Strip | null): void {
  const { topic, answering } = store.get();
  if (store.readOnly(topic)) return;
  const next = change(answering, how, changes);
  if (next === answering) {
    store.set({ strip });
    return;
  }
  const before = store.topicScore(topic)?.low;
  store.put({ answering: next });
  // The strip is announced by itself.
  const level = store.topicScore(topic);
  const what = strip ? "" : `${changes.map((one) => answerBrief(one.answer)).join(", ")}. `;
  const said = { text: level ? `${what}Topic ${formatLevel(level.low)}.` : what };
  store.set({ strip, said, ghost: before === undefined ? null : { topic, level: before } });
}

/**
 * What a press on one of the five answers does: the coverage of "partly" and the reason of "not applicable" are asked
 * for first.
 */
export function askFor(store: WalkStore, criterion: string, status: AnswerStatus): void {
  if (store.readOnly(store.get().topic) || !isShown(store, criterion)) return;
  if (status === "partly") startTyping(store, criterion, "coverage");
  else if (status === "not-applicable") startTyping(store, criterion, "reason");
  else setAnswer(store, criterion, { status });
}

/** One criterion's answer; null takes it back. */
export function setAnswer(store: WalkStore, criterion: string, answer: Answer | null, text?: string): void {
  const strip = text ? { text, actions: ["undo"] as const } : null;
  changeAnswers(store, "hand", [{ criterion, answer }], strip);
}

export function clearAnswer(store: WalkStore, criterion: string): void {
  if (answerNow(store.get().answering, criterion) === null || !isShown(store, criterion)) return;
  setAnswer(store, criterion, null, "Taken back: unanswered again.");
}

/** Unknown or not applicable for all that is shown and unanswered in the topic. */
export function answerRest(store: WalkStore, answer: Answer): void {
  const open = openIn(store);
  if (open.length === 0) {
    const nothing = store.get().shown ? "Nothing that the filter shows is unanswered" : "Nothing is unanswered";
    store.set({ strip: { text: `${nothing} in this topic.`, actions: [] } });
    return;
  }
  const text = `${formatNumberOf(open.length, "answer")} set to ${statusName(answer.status).toLowerCase()}.`;
  changeAnswers(
    store,
    "hand",
    open.map((criterion) => ({ criterion, answer })),
    { text, actions: ["undo"] },
  );
}

/** Criteria of the topic that are shown and have no answer. */
function openIn(store: WalkStore): readonly string[] {
  const answers = store.answers();
  return shownCriteria(store, store.get().shown).filter((id) => !answers.has(id));
}

/** Picks a stage, counted from 1: fills what is unanswered; where nothing is, it asks before it replaces. */
export function pick(store: WalkStore, number: number): void {
  const { outline } = store.data;
  const stage = outline.stages[number - 1];
  if (!stage || store.readOnly(store.get().topic)) return;
  const { topic } = store.place();
  const picked = pickStage(topic, outline.stages, store.answers(), stage.id);
  if (picked.changes.length > 0) {
    fill(store, "stage-pick", picked, number);
    return;
  }
  const { changes, to } = replaceAnswers(topic, outline.stages, store.answers(), stage.id);
  const text = replaceWords(changes.length, to);
  store.set({ strip: { text, actions: [], ...(changes.length > 0 ? { replace: changes } : {}) } });
}

/** Sets all that is unanswered in the topic to not met. */
export function restNotMet(store: WalkStore): void {
  const picked = pickRestNotMet(store.place().topic, store.answers());
  if (picked.changes.length > 0) fill(store, "rest-not-met", picked, null);
  else store.set({ strip: { text: "Nothing is unanswered in this topic.", actions: [] } });
}

function fill(store: WalkStore, how: SaveHow, picked: StagePick, stage: number | null): void {
  const answers = store.answers();
  const kept = store.place().topic.criteria.flatMap(({ id }) => answers.get(id) ?? []);
  const text = pickWords({ pick: picked, kept, stage });
  const actions = picked.left > 0 ? (["rest-not-met", "undo"] as const) : (["undo"] as const);
  changeAnswers(store, how, picked.changes, { text, actions });
}

export function replace(store: WalkStore): void {
  const changes = store.get().strip?.replace;
  if (!changes) return;
  const to = changes[0]?.answer.status ?? "met";
  const text = `${formatNumberOf(changes.length, "answer")} replaced with ${statusName(to).toLowerCase()}.`;
  changeAnswers(store, "stage-pick", changes, { text, actions: ["undo"] });
}

/** Takes the last action back; somebody else's change since then stays. */
export function undo(store: WalkStore): void {
  const undone = undoLast(store.get().answering);
  if (!undone) {
    store.set({ strip: { text: "Nothing to undo.", actions: [] } });
    return;
  }
  const by = undone.left.flatMap((criterion) => changerOf(store, criterion) ?? []);
  const text = undoWords({ undone: undone.undone.length, left: undone.left.length, by: [...new Set(by)] });
  store.set({ answering: undone.state, ghost: null });
  const [first] = undone.undone;
  const topic = first && topicOfCriterion(first);
  // What was undone is to be seen.
  if (topic && (topic !== store.get().topic || !isShown(store, first))) go(store, topic, { criterion: first });
  store.set({ strip: { text, actions: [] } });
}

/** Who made the answer what it is, and when. */
function changerOf(store: WalkStore, criterion: string): string | null {
  const { answering, names } = store.get();
  const entry = answering.entries.get(criterion);
  return entry
    ? `${names[entry.changedBy] ?? "somebody else"} at ${momentWords(entry.changedAt, timeTelling())}`
    : null;
}

/** Writes a note; it is sent after a pause. */
export function typeNote(store: WalkStore, criterion: string, note: string): void {
  store.set(({ answering }) => ({ answering: writeNote(answering, criterion, note) }));
}

export function settleConflict(store: WalkStore, criterion: string, side: "mine" | "theirs"): void {
  store.set(({ answering }) => ({ answering: pickSide(answering, criterion, side), strip: null }));
  say(store, side === "mine" ? "Yours is taken." : "Theirs is kept.");
}

export function forgetRefusal(store: WalkStore, criterion: string): void {
  store.set(({ answering }) => ({ answering: dropRefusal(answering, criterion) }));
}
