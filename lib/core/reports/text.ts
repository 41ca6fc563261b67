import type { StageRef } from "../marks/stage-ref";
import type { OpenCriterion } from "../scoring/explain";
import type { Answer } from "../scoring/types";
import { capitalise, formatCount, formatCountOf, formatGain, formatNames, formatPercent } from "../words/format";
import type { Block, Cell, Inline, Text } from "./document";

/** Small makers of text pieces and blocks, so that sections read as what they say. */

export function strong(text: string): Inline {
  return { text, as: "strong" };
}

export function soft(text: string): Inline {
  return { text, as: "soft" };
}

export function figures(text: string): Inline {
  return { text, as: "figure" };
}

export function alert(text: string): Inline {
  return { text, as: "alert" };
}

/** A stage's sign and its name. */
export function stageText(stage: StageRef): Text {
  return [{ mark: stage }, stage.name];
}

export function paragraph(...text: readonly Inline[]): Block {
  return { kind: "paragraph", text };
}

export function note(...text: readonly Inline[]): Block {
  return { kind: "paragraph", tone: "note", text };
}

export function bullets(...items: readonly Text[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: "list", ordered: false, items }];
}

export const PAGE_BREAK: Block = { kind: "page-break" };

/** Blocks that are seen on one page. */
export function together(...blocks: readonly Block[]): Block {
  return { kind: "together", blocks };
}

/** Cells from plain strings. */
export function cells(...texts: readonly (string | Text | Cell)[]): readonly Cell[] {
  return texts.map((text) => {
    if (typeof text === "string") return { text: [text] };
    return "text" in text ? text : { text };
  });
}

/** "1 person-day", "4.5 person-days", "1,204 person-days". */
export function personDays(days: number): string {
  const shown = Number.isInteger(days) || days >= 10 ? formatCount(Math.round(days)) : days.toFixed(1);
  return `${shown} ${shown === "1" ? "person-day" : "person-days"}`;
}

/** A gain with its unit, "+0.11 overall"; a rise too small to show is "less than 0.01 overall", never nothing. */
export function gainWords(gain: number, of: string): string {
  const shown = formatGain(gain);
  return `${gain > 0 && shown === "0.00" ? "less than 0.01" : shown} ${of}`;
}

/** A gain in a column of figures: "+0.11", "<0.01", "0.00" only where it is nothing. */
export function gainFigure(gain: number): string {
  const shown = formatGain(gain);
  return gain > 0 && shown === "0.00" ? "<0.01" : shown;
}

/** "opens Network: Advanced"; nothing where no stage changes. The topic is known from beside it, the whole is called overall. */
export function unlockWords(
  unlocks: OpenCriterion["unlocks"],
  names: Readonly<{ pillar: (id: string) => string; stage: (id: string) => string }>,
): string | undefined {
  if (unlocks.length === 0) return undefined;
  const whose = ({ of, id }: OpenCriterion["unlocks"][number]) =>
    of === "pillar" ? names.pillar(id ?? "") : of === "topic" ? "the topic" : "overall";
  const opened = unlocks.map((unlock) => `${whose(unlock)}: ${names.stage(unlock.to)}`);
  return `opens ${formatNames(opened)}`;
}

/** An answer in words: "Met", "Partly, 92 %", "Partly, 1,108 of 1,204 accounts (92 %)", "Not known yet". */
export function answerWords(answer: Answer | undefined, unit?: string): string {
  switch (answer?.status) {
    case "met":
      return "Met";
    case "not-met":
      return "Not met";
    case "not-applicable":
      return "Not applicable";
    case "partly": {
      const { count, population, coverage } = answer;
      if (count === undefined || population === undefined) return `Partly, ${formatPercent(coverage)}`;
      return `Partly, ${formatCountOf({ count, population, unit })} (${formatPercent(coverage)})`;
    }
    default:
      return "Not known yet";
  }
}

/** A sentence from what may lack its capital or its full stop. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?…]$/.test(trimmed) ? capitalise(trimmed) : `${capitalise(trimmed)}.`;
}
