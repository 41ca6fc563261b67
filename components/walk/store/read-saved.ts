import { send } from "@/components/forms/send";
import { entryOf, type StoredAnswer } from "@/lib/core/walk/entry";
import type { QueuedChange, SaveResult } from "@/lib/core/walk/save-queue";
import { savedBefore } from "@/lib/core/walk/saved-before";
import type { WalkStore } from "./walk-store";

type History = Readonly<{ revisions: readonly StoredAnswer[] }>;
type Answers = Readonly<{ answers: readonly (StoredAnswer & Readonly<{ criterion: string }>)[] }>;

/** More are asked for as all of them. */
const MOST = 60;

/**
 * Which of some refused changes had been saved before, their acknowledgement lost and the assessment approved since.
 * @returns results of those alone; null where it can't be told now
 */
export async function readSaved(store: WalkStore, changes: readonly QueuedChange[]): Promise<SaveResult[] | null> {
  const named = changes.map(({ criterion }) => encodeURIComponent(criterion)).join(",");
  const path = `${store.api}/answers${changes.length > MOST ? "" : `?criteria=${named}`}`;
  const read = await send<Answers>(path, undefined, "GET");
  // Who may read nothing here has nothing to find.
  if (!read.ok) return read.problem.status >= 400 && read.problem.status < 500 ? [] : null;
  const standing = new Map(read.data.answers.map((answer) => [answer.criterion, entryOf(answer)]));
  const me = store.data.me.id;
  const results: SaveResult[] = [];
  for (const change of changes) {
    const { criterion } = change;
    const current = standing.get(criterion);
    if (!current || current.version <= change.base) continue;
    if (!savedBefore(change, me, [current])) {
      const address = `${store.api}/history?criterion=${encodeURIComponent(criterion)}`;
      const history = await send<History>(address, undefined, "GET");
      if (!history.ok) return null;
      if (!savedBefore(change, me, history.data.revisions.map(entryOf))) continue;
    }
    results.push({ criterion, result: "saved", current });
  }
  return results;
}
