/** What a key asks for in the review queue. */
export type ReviewCommand = "accept" | "ask" | "next" | "previous" | "open";

type Press = Readonly<{ key: string; ctrl: boolean; meta: boolean; alt: boolean; shift: boolean; writing: boolean }>;

const LETTERS: Readonly<Record<string, ReviewCommand>> = {
  a: "accept",
  q: "ask",
  j: "next",
  k: "previous",
  o: "open",
};

/** Every key with what it does, as the page shows them. */
export const REVIEW_KEYS: readonly Readonly<{ keys: readonly string[]; does: string; single: boolean }>[] = [
  { keys: ["A"], does: "accept", single: true },
  { keys: ["Q"], does: "ask back", single: true },
  { keys: ["J", "K"], does: "next, previous", single: true },
  { keys: ["O"], does: "open in the walk", single: true },
  { keys: ["↑", "↓"], does: "move", single: false },
];

/**
 * The command of a key press; null while writing, with a modifier, or for a letter where single keys are switched off.
 * Arrows work always.
 */
export function reviewCommandOf(
  { key, ctrl, meta, alt, shift, writing }: Press,
  { singleKeys }: Readonly<{ singleKeys: boolean }>,
): ReviewCommand | null {
  if (writing || ctrl || meta || alt || shift) return null;
  if (key === "ArrowDown") return "next";
  if (key === "ArrowUp") return "previous";
  return singleKeys ? (LETTERS[key.toLowerCase()] ?? null) : null;
}
