import { GAIN_DIGITS } from "../dashboard/hold-back";
import type { StageRef } from "../marks/stage-ref";
import { capitalise, formatGain } from "../words/format";
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

/** A gain in a column of figures: "+0.11", "<0.01", "0.00" only where it is nothing. */
export function gainFigure(gain: number): string {
  const shown = formatGain(gain);
  return gain > 0 && shown === "0.00" ? "<0.01" : shown;
}

/** The gain of a single criterion or gate; with two decimals most would look the same. */
export function fineGain(gain: number): string {
  return formatGain(gain, GAIN_DIGITS);
}

/** A sentence from words that may lack their capital or full stop. */
export function sentence(words: string): string {
  const trimmed = words.trim();
  return /[.!?…]$/.test(trimmed) ? capitalise(trimmed) : `${capitalise(trimmed)}.`;
}
