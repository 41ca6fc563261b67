"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type Props = Readonly<{
  label: string;
  hint?: string;
  optional?: string;
  error: string | undefined;
  /** As it is stored. */
  value: string;
  /** Called when the field is left, or Enter pressed, with something else in it. */
  onSave: (text: string) => void;
  input?: React.ComponentProps<"input"> & Readonly<{ figures?: boolean }>;
  className?: string;
}>;

/** A line of text that saves itself when it is left; Escape brings back what is stored. */
export function SavedField({ label, hint, optional, error, value, onSave, input, className }: Props) {
  const [stored, setStored] = useState(value);
  const [text, setText] = useState(value);
  // What the server holds has changed: shown, unless something else is being typed here.
  if (value !== stored) {
    setStored(value);
    if (text === stored) setText(value);
  }
  return (
    <Field
      label={label}
      hint={hint}
      optional={optional}
      error={text === value ? undefined : error}
      className={className}
    >
      {(ties) => (
        <Input
          autoComplete="off"
          {...ties}
          {...input}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onBlur={() => text.trim() !== value && onSave(text.trim())}
          onKeyDown={(event) => {
            if (event.key === "Enter") event.currentTarget.blur();
            if (event.key === "Escape") setText(value);
          }}
        />
      )}
    </Field>
  );
}
