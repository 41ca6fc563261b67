"use client";

import { type ComponentProps, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { LONGEST, tooLongWords } from "@/lib/core/words/long-text";

type Control = HTMLInputElement | HTMLTextAreaElement;

type Props = Omit<ComponentProps<typeof Field>, "children"> &
  Readonly<{
    name: string;
    /** What is written, as "a reason". */
    what: string;
    /** Most characters. */
    longest?: number;
    /** Lines that it begins with; without, it is one line. */
    rows?: number;
    defaultValue?: string;
    placeholder?: string;
    autoFocus?: boolean;
    onKeyDown?: (event: KeyboardEvent<Control>) => void;
  }>;

/**
 * A field for a text that may be pasted longer than it may be: nothing of it is cut off, how much is too much is said while
 * it is written, and its form isn't sent until it fits.
 */
export function LongField({ what, longest = LONGEST.text, rows, error, ...props }: Props) {
  const { name, defaultValue = "", placeholder, autoFocus, onKeyDown, ...field } = props;
  const wordsOf = (text: string) => tooLongWords(text.trim().length, longest, what);
  const [tooLong, setTooLong] = useState(wordsOf(defaultValue));
  const control = useRef<Control>(null);
  useEffect(() => control.current?.setCustomValidity(tooLong ?? ""), [tooLong]);
  const own = {
    ...{ name, defaultValue, placeholder, autoFocus, onKeyDown },
    ref: (element: Control | null) => {
      control.current = element;
    },
    onInput: ({ currentTarget }: { currentTarget: Control }) => setTooLong(wordsOf(currentTarget.value)),
  };
  return (
    <Field {...field} error={tooLong ?? error}>
      {(ties) =>
        rows === undefined ? (
          <Input autoComplete="off" {...ties} {...own} />
        ) : (
          <Textarea {...ties} {...own} rows={rows} />
        )
      }
    </Field>
  );
}
