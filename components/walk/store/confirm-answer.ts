import { answerBrief } from "@/lib/core/walk/answer-words";
import { answerNow } from "@/lib/core/walk/answering";
import { awaitsConfirmation } from "@/lib/core/walk/confirmation";
import { changeAnswers } from "./answer-actions";
import { isShown } from "./move-actions";
import type { WalkStore } from "./walk-store";

/** Says that an answer of an earlier round is still true. False where it doesn't ask. */
export function confirmAnswer(store: WalkStore, criterion: string): boolean {
  const { answering, topic, standing } = store.get();
  if (store.readOnly(topic) || !isShown(store, criterion)) return false;
  if (!awaitsConfirmation(answering, criterion, standing)) return false;
  const answer = answerNow(answering, criterion);
  changeAnswers(store, "confirmed", [{ criterion, answer }], {
    text: `Still true: ${answerBrief(answer)}.`,
    actions: [],
  });
  return true;
}
