"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { send } from "@/components/forms/send";
import { showToast } from "@/components/ui/toast";

type Step = (path: string, method: "POST" | "PUT" | "DELETE", done: string, body?: object) => Promise<boolean>;

/**
 * One step of a review: sent, said, and the page read again, also where it has changed meanwhile. `step` is true where it was
 * done.
 */
export function useStep(): Readonly<{ step: Step; busy: boolean; problem: string | null }> {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const step: Step = async (path, method, done, body = {}) => {
    setBusy(true);
    setProblem(null);
    const sent = await send(path, body, method);
    setBusy(false);
    if (sent.ok) showToast({ text: done });
    else setProblem(sent.problem.title);
    if (sent.ok || sent.problem.kind === "conflict") router.refresh();
    return sent.ok;
  };
  return { step, busy, problem };
}
