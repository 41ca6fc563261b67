import type { AnswerStatus } from "../scoring/types";

/** What a key asks for. */
export type Command =
  | Readonly<{ kind: "answer"; status: AnswerStatus }>
  /** `stage` counts from 1. */
  | Readonly<{ kind: "pick"; stage: number }>
  | Readonly<{ kind: "criterion" | "topic"; by: 1 | -1 }>
  | Readonly<{
      kind:
        | "rest-not-met"
        | "clear"
        | "confirm"
        | "next-unanswered"
        | "evidence"
        | "note"
        | "mine"
        | "theirs"
        | "find"
        | "filter"
        | "table"
        | "workshop"
        | "keys"
        | "undo"
        | "leave";
    }>;

/** A key press, as far as it matters. */
export type KeyPress = Readonly<{
  key: string;
  /** Position on the keyboard, such as "Digit1". */
  code: string;
  ctrl: boolean;
  meta: boolean;
  alt: boolean;
  shift: boolean;
  /** Held down. */
  repeat: boolean;
  /** In a field where keys write, or while a character is being composed. */
  writing: boolean;
}>;

type Options = Readonly<{
  /** Number of stages of the model. */
  stages: number;
  /** False where a person has switched single keys off (WCAG 2.1.4): then only arrows and combinations work. */
  singleKeys: boolean;
}>;

const LETTERS: Readonly<Record<string, Command>> = {
  M: { kind: "answer", status: "met" },
  P: { kind: "answer", status: "partly" },
  X: { kind: "answer", status: "not-met" },
  U: { kind: "answer", status: "unknown" },
  N: { kind: "answer", status: "not-applicable" },
  J: { kind: "topic", by: 1 },
  K: { kind: "topic", by: -1 },
  G: { kind: "next-unanswered" },
  E: { kind: "evidence" },
  T: { kind: "note" },
  F: { kind: "filter" },
  V: { kind: "table" },
  W: { kind: "workshop" },
  Y: { kind: "confirm" },
};

/**
 * What a key press asks for, or null where it is none of ours. Letters go by what they write (by position where the
 * layout writes none of A to Z), digits by position, so that both work on AZERTY. Nothing fires while writing or with a
 * modifier, save for undo.
 */
export function commandOf(press: KeyPress, { stages, singleKeys }: Options): Command | null {
  if (press.writing || press.alt) return null;
  if (press.ctrl || press.meta) {
    const undo = press.ctrl !== press.meta && !press.shift && letterOf(press) === "Z";
    return undo ? { kind: "undo" } : null;
  }
  const moved = moveOf(press);
  if (moved) return moved;
  if (!singleKeys) return null;
  // By what they write, before digits: "/" is Shift and 7 on a German keyboard.
  if (press.key === "?") return { kind: "keys" };
  if (press.key === "/") return { kind: "find" };
  const command = lettersAndDigits(press, stages);
  return press.repeat && command?.kind !== "topic" ? null : command;
}

function moveOf({ key, shift, repeat }: KeyPress): Command | null {
  if (shift) return null;
  if (key === "ArrowDown") return { kind: "criterion", by: 1 };
  if (key === "ArrowUp") return { kind: "criterion", by: -1 };
  if (repeat) return null;
  if (key === "Escape") return { kind: "leave" };
  if (key === "Backspace" || key === "Delete") return { kind: "clear" };
  return null;
}

function lettersAndDigits(press: KeyPress, stages: number): Command | null {
  const digit = digitOf(press);
  if (digit === 0) return { kind: "rest-not-met" };
  if (digit !== null) return digit <= stages ? { kind: "pick", stage: digit } : null;
  if (press.shift) return null;
  if (press.key === "[" || press.code === "BracketLeft") return { kind: "mine" };
  if (press.key === "]" || press.code === "BracketRight") return { kind: "theirs" };
  const letter = letterOf(press);
  return letter ? (LETTERS[letter] ?? null) : null;
}

/** With Shift only where that is how the layout writes the digit. */
function digitOf({ key, code, shift }: KeyPress): number | null {
  if (shift && !/^\d$/.test(key)) return null;
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  return digit === undefined ? null : Number(digit);
}

function letterOf({ key, code }: KeyPress): string | null {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  // A layout that writes no Latin letters: Cyrillic, Greek, Arabic.
  return /^\p{L}$/u.test(key) ? (/^Key([A-Z])$/.exec(code)?.[1] ?? null) : null;
}
