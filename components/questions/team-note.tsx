"use client";

import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { type Keeping, keptWithin } from "@/lib/core/device/keeping";
import { LONGEST_NOTE } from "@/lib/core/said/limits";
import { formatCount } from "@/lib/core/words/format";
import { tooLongWords } from "@/lib/core/words/long-text";

type Props = Readonly<{
  note: string;
  /** What is typed, where it is longer than a note may be. */
  tooLong?: string;
  keeping: Keeping;
  locked: boolean;
  onType: (note: string) => void;
  onSay: (note: string) => void;
  onLeave: () => void;
}>;

/**
 * The note beside an answer: kept with every key press. One that is too long is kept as it is and sent once it is shorter;
 * nothing of it is cut off.
 */
export function TeamNote({ note, tooLong, keeping, locked, onType, onSay, onLeave }: Props) {
  const text = tooLong ?? note;
  return (
    <Field label="Note for the team" hint={leftWords(text)} error={overWords(text, keeping)}>
      {(ties) => (
        <Textarea
          {...ties}
          value={text}
          dir="auto"
          rows={3}
          disabled={locked}
          onChange={({ target }) => (target.value.length > LONGEST_NOTE ? onType(target.value) : onSay(target.value))}
          onBlur={onLeave}
        />
      )}
    </Field>
  );
}

function leftWords({ length }: string): string | undefined {
  if (length <= LONGEST_NOTE * 0.9 || length > LONGEST_NOTE) return undefined;
  return `${formatCount(LONGEST_NOTE - length)} of ${formatCount(LONGEST_NOTE)} characters left.`;
}

function overWords({ length }: string, keeping: Keeping): string | undefined {
  const tooLong = tooLongWords(length, LONGEST_NOTE, "a note");
  return tooLong && `${tooLong} All of it is ${keptWithin(keeping)}, and it is saved once it is shorter.`;
}
