import { useRouter } from "next/navigation";
import { useState } from "react";
import { send } from "@/components/forms/send";
import { showToast } from "@/components/ui/toast";
import type { Answer } from "@/lib/core/scoring/types";
import { formatNumberOf } from "@/lib/core/words/format";

/** What somebody said of a criterion, and the version of the assessment's answer that it replaces. */
export type Taken = Readonly<{ criterion: string; base: number; said: Answer; who: string; note: string }>;

/**
 * Writes what was said elsewhere into the assessment, as any answer is written; what changed meanwhile stays as it is.
 * @param api route of the assessment
 * @param how the kind that the history keeps
 */
export function useTakeAnswers(api: string, how: "interview" | "reconciled") {
  const router = useRouter();
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  /**
   * @param where they were taken, after "3 answers taken"
   * @returns whether the server took the request
   */
  async function take(taken: readonly Taken[], where: string): Promise<boolean> {
    setBusy(true);
    const changes = taken.map(({ criterion, base, said, who, note }) => ({
      criterion,
      base,
      ...(said.status === "not-applicable" ? { status: said.status, reason: said.reason } : said),
      ...(note ? { note: `${who}: ${note}` } : {}),
    }));
    const sent = await send<{ results: readonly { result: string }[] }>(`${api}/answers`, { changes, how });
    setBusy(false);
    if (!sent.ok) {
      setFailure(sent.problem.title);
      return false;
    }
    const saved = sent.data.results.filter(({ result }) => result === "saved").length;
    const missed = changes.length - saved;
    setFailure(
      missed > 0
        ? `${formatNumberOf(missed, "answer")} changed meanwhile and stayed as they are. Look at them again.`
        : null,
    );
    if (saved > 0) showToast({ text: `${formatNumberOf(saved, "answer")} taken ${where}` });
    router.refresh();
    return true;
  }

  return { take, busy, failure, setFailure };
}
