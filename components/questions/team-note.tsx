"use client";

import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { type Keeping, keptWithin } from "@/lib/core/device/keeping";
import { LONGEST, roomWords, tooLongWords } from "@/lib/core/words/long-text";

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
    <Field label="Note for the team" hint={roomWords(text.length, LONGEST.saidNote)} error={overWords(text, keeping)}>
      {(ties) => (
        <Textarea
          {...ties}
          value={text}
          dir="auto"
          rows={3}
          disabled={locked}
          onChange={({ target }) =>
            target.value.length > LONGEST.saidNote ? onType(target.value) : onSay(target.value)
          }
          onBlur={onLeave}
        />
      )}
    </Field>
  );
}

function overWords({ length }: string, keeping: Keeping): string | undefined {
  const tooLong = tooLongWords(length, LONGEST.saidNote, "a note");
  return tooLong && `${tooLong} All of it is ${keptWithin(keeping)}, and it is saved once it is shorter.`;
}
