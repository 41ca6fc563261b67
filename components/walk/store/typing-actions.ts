import { coverageText } from "@/lib/core/walk/answer-words";
import { answerNow } from "@/lib/core/walk/answering";
import type { TypedEntry } from "@/lib/core/walk/kept";
import { topicOfCriterion } from "@/lib/core/walk/outline";
import { typedKey } from "./walk-state";
import type { WalkStore } from "./walk-store";

type Field = TypedEntry["field"];

/** Opens the field that an answer needs, with what stands; `criterion` null: a reason for the whole topic. */
export function startTyping(store: WalkStore, criterion: string | null, field: Field): void {
  const topic = criterion ? topicOfCriterion(criterion) : store.get().topic;
  const key = typedKey({ topic, criterion, field });
  store.set((state) => {
    const typed = new Map(state.typed);
    if (!typed.has(key)) typed.set(key, { topic, criterion, field, text: standing(store, criterion, field) });
    return { typed, wish: { criterion, part: field }, strip: null };
  });
}

export function typeText(store: WalkStore, criterion: string | null, field: Field, text: string): void {
  const topic = criterion ? topicOfCriterion(criterion) : store.get().topic;
  const entry = { topic, criterion, field, text };
  store.set((state) => ({ typed: new Map(state.typed).set(typedKey(entry), entry) }));
}

/** Closes the field; what stands stays as it was. */
export function stopTyping(store: WalkStore, criterion: string | null, field: Field): void {
  const topic = criterion ? topicOfCriterion(criterion) : store.get().topic;
  const key = typedKey({ topic, criterion, field });
  store.set((state) => {
    if (!state.typed.has(key)) return {};
    const typed = new Map(state.typed);
    typed.delete(key);
    return { typed };
  });
}

function standing(store: WalkStore, criterion: string | null, field: Field): string {
  const answer = criterion ? answerNow(store.get().answering, criterion) : null;
  if (field === "coverage") return coverageText(answer);
  return answer?.status === "not-applicable" ? answer.reason : "";
}
