import { send } from "@/components/forms/send";
import type { LiveChanges } from "@/lib/core/live/live-changes";
import type { Finding } from "@/lib/core/review/finding";
import type { Question } from "@/lib/core/review/question";
import { adoptAll } from "@/lib/core/walk/answering";
import type { AssignmentView } from "@/lib/core/walk/assignment";
import { type AnswersRead, entryOf } from "@/lib/core/walk/entry";
import type { EvidenceView, ExceptionView } from "@/lib/core/walk/evidence-view";
import { topicOfCriterion } from "@/lib/core/walk/outline";
import { meanwhileWords, type Standing, standingOf } from "@/lib/core/walk/walk-data";
import { say } from "./say";
import type { WalkStore } from "./walk-store";

type Names = Readonly<Record<string, string>>;
type BesideRead = Readonly<{
  state: string;
  evidence: readonly EvidenceView[];
  exceptions: readonly ExceptionView[];
  findings: readonly Finding[];
  questions: readonly Question[];
  assignments: readonly AssignmentView[];
  standing: Standing;
  names: Names;
}>;

/**
 * Reads what changed and puts it in place. What waits to be sent stays on top of it.
 * @returns the name of the state that everything is at, undefined where only a part was read, null where it failed
 */
export async function readChanges(store: WalkStore, changes: LiveChanges): Promise<string | null | undefined> {
  // In this order: the state is named before the answers are read.
  let state: string | undefined;
  if (changes.beside === "all" || changes.beside.size > 0) {
    const sent = await send<BesideRead>(`${store.api}/walk-data${queryOf(changes.beside)}`, undefined, "GET");
    if (!sent.ok) return null;
    putBeside(store, changes.beside, sent.data);
    if (changes.answers === "all" && changes.beside === "all") state = sent.data.state;
  }
  if (changes.answers === "all" || changes.answers.size > 0) {
    const sent = await send<AnswersRead>(`${store.api}/answers${queryOf(changes.answers)}`, undefined, "GET");
    if (!sent.ok) return null;
    putAnswers(store, sent.data);
  }
  return state;
}

function queryOf(criteria: LiveChanges["answers"]): string {
  return criteria === "all" ? "" : `?criteria=${[...criteria].map(encodeURIComponent).join(",")}`;
}

/** Puts answers that were read, or told with an event, in place of older ones. What waits to be sent stays on top. */
export function putAnswers(store: WalkStore, { answers, names }: AnswersRead): void {
  const { answering, topic } = store.get();
  const next = adoptAll(
    answering,
    answers.map((answer) => [answer.criterion, entryOf(answer)] as const),
  );
  if (next === answering) return;
  const here = answers.filter(
    ({ criterion, version, changedBy }) =>
      topicOfCriterion(criterion) === topic &&
      changedBy !== store.data.me.id &&
      (answering.entries.get(criterion)?.version ?? 0) < version,
  );
  store.set((state) => ({ answering: next, names: { ...state.names, ...names } }));
  const [first] = here;
  if (first) say(store, `${names[first.changedBy] ?? "Somebody else"} changed an answer in this topic.`);
}

function putBeside(store: WalkStore, which: LiveChanges["beside"], read: BesideRead): void {
  const before = meanwhileWords(standingOf(store.data), store.get().standing);
  store.set((state) => {
    const exceptions = new Map(which === "all" ? [] : state.exceptions);
    for (const criterion of which === "all" ? [] : which) exceptions.delete(criterion);
    for (const item of read.exceptions) exceptions.set(item.criterion, item);
    return {
      evidence: replaced(state.evidence, which, read.evidence),
      findings: replaced(state.findings, which, read.findings),
      questions: replaced(state.questions, which, read.questions),
      exceptions,
      assignments: read.assignments,
      standing: read.standing,
      names: { ...state.names, ...read.names },
    };
  });
  const words = meanwhileWords(standingOf(store.data), read.standing);
  if (words && words !== before) say(store, words);
}

/** What was read of some criteria, or of all, in place of what was known of them. */
function replaced<T extends Readonly<{ criterion: string }>>(
  known: ReadonlyMap<string, readonly T[]>,
  which: LiveChanges["beside"],
  read: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const next = new Map(which === "all" ? [] : known);
  for (const criterion of which === "all" ? [] : which) next.delete(criterion);
  for (const item of read) next.set(item.criterion, [...(next.get(item.criterion) ?? []), item]);
  return next;
}
