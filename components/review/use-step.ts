"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { send } from "@/components/forms/send";
import { showToast } from "@/components/ui/toast";

type Step = (path: string, method: "POST" | "PUT" | "DELETE", done: string) => Promise<boolean>;

/** One step of a review: sent, said, and the page read again. `step` is true where it was done. */
export function useStep(): Readonly<{ step: Step; busy: boolean; problem: string | null }> {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const step: Step = async (path, method, done) => {
    setBusy(true);
    const sent = await send(path, {}, method);
    setBusy(false);
    setProblem(sent.ok ? null : sent.problem.title);
    if (!sent.ok) return false;
    showToast({ text: done });
    router.refresh();
    return true;
  };
  return { step, busy, problem };
}
