"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { type SentProblem, send } from "./send";

export type SaveState =
  | Readonly<{ kind: "idle" | "saving" }>
  | Readonly<{ kind: "saved"; at: Date }>
  | Readonly<{ kind: "failed"; title: string }>;

/**
 * Saves single fields as they are changed, one after the other, so that the last word wins.
 *
 * @param to route that takes a PATCH of some of the fields
 * @returns `save(change)`, which resolves to whether it was saved; `state` for all of them; `error(field)` for each
 */
export function useAutosave(to: string) {
  const router = useRouter();
  const [state, setState] = useState<SaveState>({ kind: "idle" });
  const [problem, setProblem] = useState<SentProblem | null>(null);
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  function save(change: Readonly<Record<string, unknown>>): Promise<boolean> {
    const turn = queue.current.then(async () => {
      setState({ kind: "saving" });
      const sent = await send(to, change, "PATCH");
      setProblem(sent.ok ? null : sent.problem);
      setState(sent.ok ? { kind: "saved", at: new Date() } : { kind: "failed", title: sent.problem.title });
      // What else shows it (names in the navigation, counts of criteria) is read again.
      if (sent.ok) router.refresh();
      return sent.ok;
    });
    queue.current = turn;
    return turn;
  }

  return {
    save,
    state,
    error: (field: string) => problem?.fields.find((wrong) => wrong.path === field)?.message,
  };
}
