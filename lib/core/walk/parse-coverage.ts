import type { Answer } from "../scoring/types";

/** What a coverage entry says; `message` tells what to write instead. */
export type CoverageEntry = Readonly<{ ok: true; answer: Answer }> | Readonly<{ ok: false; message: string }>;

/** The largest count that is stored. */
const MOST = 2_000_000_000;

/**
 * Reads what was typed as coverage: a share in per cent ("92", "92 %", "93,3 %") or a count and its population
 * ("1123/1204", "1,123 of 1,204"). Nothing covered is not met, all is met.
 */
export function parseCoverage(text: string): CoverageEntry {
  const trimmed = text.trim();
  if (trimmed === "") return wrong("Write a share such as 92, or a count such as 1123/1204.");
  const parts = trimmed.split(/\s*(?:\/|\bof\b)\s*/i);
  if (parts.length === 2) return parseCount(parts[0] ?? "", parts[1] ?? "");
  if (parts.length > 2) return wrong("Write one count and one population, such as 1123/1204.");
  return parseShare(trimmed);
}

/** Reads a count and its population from two fields; an empty second field makes the first a share in per cent. */
export function parseCoverageFields(first: string, second: string): CoverageEntry {
  return second.trim() === "" ? parseCoverage(first) : parseCount(first, second);
}

function parseCount(first: string, second: string): CoverageEntry {
  const count = wholeNumber(first);
  const population = wholeNumber(second);
  if (count === null || population === null) return wrong("Count and population are whole numbers, such as 1123/1204.");
  if (population === 0) return wrong("A population of 0 covers nothing: answer not applicable, with the reason.");
  if (population > MOST) return wrong("That population is larger than can be stored.");
  if (count > population) return wrong("The count is larger than its population.");
  if (count === 0) return { ok: true, answer: { status: "not-met" } };
  if (count === population) return { ok: true, answer: { status: "met" } };
  return { ok: true, answer: { status: "partly", coverage: count / population, count, population } };
}

function parseShare(text: string): CoverageEntry {
  const match = /^(\d+)(?:[.,](\d+))?\s*(%?)$/.exec(text);
  if (!match) return wrong("Write a share such as 92, or a count such as 1123/1204.");
  const [, whole = "", decimals = "", sign = ""] = match;
  const percent = Number(`${whole}.${decimals || "0"}`);
  if (percent > 100) return wrong("A share goes up to 100 %. For a count, add of how many: 1123/1204.");
  if (percent > 0 && percent < 1 && sign === "") {
    return wrong(`Is that ${Number((percent * 100).toFixed(6))} %? Write it so, or add % to the small one.`);
  }
  if (percent === 0) return { ok: true, answer: { status: "not-met" } };
  if (percent === 100) return { ok: true, answer: { status: "met" } };
  return { ok: true, answer: { status: "partly", coverage: percent / 100 } };
}

/** Digits, with any of the usual separators of thousands between groups of three. */
function wholeNumber(text: string): number | null {
  const trimmed = text.trim();
  if (!/^\d+$/.test(trimmed) && !/^\d{1,3}([,.'’\s]\d{3})+$/.test(trimmed)) return null;
  return Number(trimmed.replace(/\D/g, ""));
}

function wrong(message: string): CoverageEntry {
  return { ok: false, message };
}
