import type { Said } from "../said/said";
import type { Answer } from "../scoring/types";

/** How what was said stands to what the assessment holds. */
export type Standing = "same" | "new" | "differs";

export type Comparison = Readonly<{
  criterion: string;
  said: Answer;
  note: string;
  /** What the assessment holds; null where it is unanswered. */
  held: Answer | null;
  /** The team's own note beside it. */
  heldNote: string;
  /** The version that taking over is based on; 0 where it was never answered. */
  base: number;
  standing: Standing;
}>;

/**
 * Holds what was said in an interview against the assessment, in the order of `criteria`; what was not said is left out.
 * @param held the assessment's answer, note and version by criterion
 */
export function compareSaid(
  criteria: readonly string[],
  said: ReadonlyMap<string, Said>,
  held: ReadonlyMap<string, Readonly<{ answer: Answer | null; note: string; version: number }>>,
): readonly Comparison[] {
  return criteria.flatMap((criterion) => {
    const { answer, note } = said.get(criterion) ?? {};
    if (!answer) return [];
    const { answer: own = null, note: heldNote = "", version: base = 0 } = held.get(criterion) ?? {};
    return [{ criterion, said: answer, note: note ?? "", held: own, heldNote, base, standing: standing(answer, own) }];
  });
}

function standing(said: Answer, held: Answer | null): Standing {
  if (held === null || (held.status === "unknown" && said.status !== "unknown")) return "new";
  return sameAnswer(said, held) ? "same" : "differs";
}

/** Whether two answers say the same; who accepted "not applicable", and in which words it was said, doesn't matter. */
export function sameAnswer(a: Answer, b: Answer): boolean {
  if (a.status !== b.status) return false;
  if (a.status === "partly" && b.status === "partly") return Math.abs(a.coverage - b.coverage) < 1e-9;
  return true;
}
