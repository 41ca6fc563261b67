import { useRouter } from "next/navigation";
import { useState } from "react";
import { send } from "@/components/forms/send";
import { showToast } from "@/components/ui/toast";
import { type SaidNote, takenNote } from "@/lib/core/interview/taken-note";
import type { Answer } from "@/lib/core/scoring/types";
import { answerFields } from "@/lib/core/walk/entry";
import { formatNumberOf } from "@/lib/core/words/format";

/** What was said of a criterion, the version of the assessment's answer that it replaces, and the notes of both sides. */
export type Taken = Readonly<{
  criterion: string;
  base: number;
  said: Answer;
  heldNote: string;
  notes: readonly SaidNote[];
}>;

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
    let full = 0;
    const changes = taken.map(({ criterion, base, said, heldNote, notes }) => {
      const { note, full: isFull } = takenNote(heldNote, notes);
      if (isFull) full += 1;
      return { criterion, base, ...answerFields(said), ...(note === undefined ? {} : { note }) };
    });
    const sent = await send<{ results: readonly { result: string }[] }>(`${api}/answers`, { changes, how });
    setBusy(false);
    if (!sent.ok) {
      setFailure(sent.problem.title);
      return false;
    }
    const saved = sent.data.results.filter(({ result }) => result === "saved").length;
    const missed = changes.length - saved;
    const problems = [
      missed > 0 && `${formatNumberOf(missed, "answer")} changed meanwhile and ${stayed(missed)}. Look again.`,
      full > 0 && `${formatNumberOf(full, "note")} had no room for what was noted and ${stayed(full)}.`,
    ];
    setFailure(problems.filter(Boolean).join(" ") || null);
    if (saved > 0) showToast({ text: `${formatNumberOf(saved, "answer")} taken ${where}` });
    router.refresh();
    return true;
  }

  return { take, busy, failure, setFailure };
}

function stayed(count: number): string {
  return count === 1 ? "stayed as it is" : "stayed as they are";
}
