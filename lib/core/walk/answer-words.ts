import type { StagePick } from "../scoring/pick-stage";
import type { Answer, AnswerStatus } from "../scoring/types";
import { formatCount, formatCountOf, formatNames, formatNumberOf, formatPercent } from "../words/format";

/** The five answers in the order of their buttons, with their keys. */
export const STATUSES: readonly Readonly<{ status: AnswerStatus; name: string; short?: string; key: string }>[] = [
  { status: "met", name: "Met", key: "M" },
  { status: "partly", name: "Partly", key: "P" },
  { status: "not-met", name: "Not met", key: "X" },
  { status: "unknown", name: "Unknown", key: "U" },
  { status: "not-applicable", name: "Not applicable", short: "N/A", key: "N" },
];

export function statusName(status: AnswerStatus): string {
  return STATUSES.find((one) => one.status === status)?.name ?? status;
}

/** An answer in a few words: "Met", "Partly 92 %", "Partly 1,108 of 1,204"; "Unanswered" for none. */
export function answerBrief(answer: Answer | null): string {
  if (answer === null) return "Unanswered";
  if (answer.status !== "partly") return statusName(answer.status);
  const { count, population, coverage } = answer;
  return `Partly ${count !== undefined && population !== undefined ? formatCountOf({ count, population }) : shareWords(coverage)}`;
}

/** A share with one decimal at most: "92 %", "93.3 %". */
export function shareWords(share: number): string {
  return formatPercent(share, { decimals: 1 });
}

/** What stands in the coverage field: a count stays a count, a share keeps its digits. */
export function coverageText(answer: Answer | null): string {
  if (answer?.status !== "partly") return "";
  const { count, population, coverage } = answer;
  if (count !== undefined && population !== undefined) return `${formatCount(count)}/${formatCount(population)}`;
  return `${Number((coverage * 100).toFixed(6))} %`;
}

type Picked = Readonly<{
  pick: StagePick;
  /** Answers of the topic that were there before, in its order. */
  kept: readonly Answer[];
  /** Number of the stage that was picked, from 1; null for "rest not met". */
  stage: number | null;
}>;

/** What a stage pick did: "Filled 1 as met; kept 2 answers (Partly 92 %, Met); 1 above unanswered." */
export function pickWords({ pick, kept, stage }: Picked): string {
  const parts: string[] = [];
  if (pick.met > 0) parts.push(`Filled ${formatCount(pick.met)} as met`);
  if (pick.notMet > 0) parts.push(`Filled ${formatCount(pick.notMet)} as not met`);
  if (pick.kept > 0) parts.push(keptWords(kept));
  if (pick.left > 0) parts.push(`${formatCount(pick.left)} ${stage === null ? "left" : "above"} unanswered`);
  return `${parts.join("; ")}.`;
}

function keptWords(kept: readonly Answer[]): string {
  const words = [...new Set(kept.map(answerBrief))];
  const [only] = words;
  if (kept.length === 1 && only) return `kept ${only}`;
  return `kept ${formatNumberOf(kept.length, "answer")} (${words.slice(0, 4).join(", ")}${words.length > 4 ? " and others" : ""})`;
}

/** What a stage pick with nothing to fill asks: "Replace 1 answer with met?"; that nothing is left to do where so. */
export function replaceWords(count: number, to: "met" | "not-met"): string {
  const word = to === "met" ? "met" : "not met";
  return count === 0
    ? `Nothing to fill: all of it is ${word} already.`
    : `Nothing to fill. Replace ${formatNumberOf(count, "answer")} with ${word}?`;
}

/** What an undo did; `others` are who changed what was left. */
export function undoWords({
  undone,
  left,
  by,
}: Readonly<{ undone: number; left: number; by: readonly string[] }>): string {
  if (left === 0) return undone === 1 ? "Undone." : `Undone: ${formatNumberOf(undone, "answer")}.`;
  const other = left === 1 ? "the other was" : `the other ${formatCount(left)} were`;
  const alone = left === 1 ? "the answer was" : "the answers were";
  const changed = by.length > 0 ? `changed by ${formatNames(by)}` : "changed since";
  if (undone === 0) return `Not undone: ${alone} ${changed}.`;
  return `${formatCount(undone)} of ${formatCount(undone + left)} undone; ${other} ${changed}.`;
}
