import type { CoverageEntry } from "../walk/parse-coverage";
import { LONGEST, tooLongWords } from "../words/long-text";

/** Reads what was typed as the reason why something doesn't apply; `message` tells what is missing or too much. */
export function parseReason(text: string): CoverageEntry {
  const reason = text.trim();
  if (reason === "") return { ok: false, message: "Say why it doesn't apply." };
  const tooLong = tooLongWords(reason.length, LONGEST.text, "a reason");
  if (tooLong) return { ok: false, message: tooLong };
  return { ok: true, answer: { status: "not-applicable", reason, accepted: false } };
}
