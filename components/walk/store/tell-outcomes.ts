import { undoWords } from "@/lib/core/walk/answer-words";
import { criteriaAsked } from "@/lib/core/walk/outline";
import { momentWords } from "@/lib/core/walk/provenance-words";
import type { Outcome } from "@/lib/core/walk/save-queue";
import { hasMoved } from "@/lib/core/walk/walk-data";
import { timeTelling } from "../time-telling";
import { readChanges } from "./read-changes";
import { say } from "./say";
import type { WalkStore } from "./walk-store";

/** Why some criteria can't be answered here; a move to another version is heard of first where it is one. */
export async function whyNot(store: WalkStore, criteria: readonly string[]): Promise<string> {
  await readStanding(store).catch(() => undefined);
  const { standing } = store.get();
  const asked = criteriaAsked(store.places);
  return hasMoved(store.data.assessment, standing) || criteria.some((criterion) => !asked.has(criterion))
    ? `${standing.questionnaire} ${standing.version}, to which the assessment moved, doesn’t ask this.`
    : "This can’t be answered here: it isn’t assigned to you.";
}

/** A refusal may be the first that this page hears of an approval. */
export async function readStanding(store: WalkStore): Promise<void> {
  await readChanges(store, { answers: new Set(), beside: "all" });
}

/** Says what nobody expects: a conflict, a refusal, and an undo that had to leave something. */
export function tellOutcomes(store: WalkStore, outcomes: readonly Outcome[]): void {
  const undone = outcomes.filter(({ how }) => how === "undo");
  const left = undone.filter(({ kind }) => kind === "conflict");
  if (left.length > 0) {
    const { names } = store.get();
    const by = left.flatMap(({ current }) =>
      current
        ? [`${names[current.changedBy] ?? "somebody else"} at ${momentWords(current.changedAt, timeTelling())}`]
        : [],
    );
    const text = undoWords({ undone: undone.length - left.length, left: left.length, by: [...new Set(by)] });
    store.set({ strip: { text, actions: [] } });
  }
  if (store.get().answering.conflicts.size > 0 && outcomes.some(({ kind }) => kind === "conflict")) {
    say(store, "Conflict: somebody else changed this answer too. Pick one with the bracket keys.");
  }
  if (outcomes.some(({ kind }) => kind === "refused"))
    say(store, "Not saved. What you entered is kept beside the answer.");
}
