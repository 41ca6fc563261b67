"use client";

import { useState } from "react";
import { SavedField } from "@/components/forms/saved-field";
import { Button } from "@/components/ui/button";

type Props = Readonly<{
  /** "#rrggbb", or null for the colour of the house. */
  value: string | null;
  error: string | undefined;
  onSave: (colour: string | null) => void;
  disabled: boolean;
}>;

/** The violet of the house, as reports have it. */
const HOUSE_COLOUR = "#593cb3";

/** A colour by the browser's picker or by its code. */
export function ColourField({ value, error, onSave, disabled }: Props) {
  const [picked, setPicked] = useState(value ?? HOUSE_COLOUR);
  const [stored, setStored] = useState(value);
  if (value !== stored) {
    setStored(value);
    setPicked(value ?? HOUSE_COLOUR);
  }
  return (
    <div className="flex flex-wrap items-start gap-3">
      <SavedField
        label="Colour"
        hint="As #rrggbb. Dark enough to be read on white."
        error={error}
        value={value ?? ""}
        onSave={(text) => onSave(text === "" ? null : text)}
        input={{ maxLength: 7, figures: true, placeholder: HOUSE_COLOUR, disabled }}
        className="w-64 max-w-[calc(100%-3.75rem)]"
      />
      <input
        type="color"
        aria-label="Pick the colour"
        value={picked}
        disabled={disabled}
        onChange={(event) => setPicked(event.currentTarget.value)}
        onBlur={() => picked !== (value ?? HOUSE_COLOUR) && onSave(picked)}
        className="mt-5.5 h-8 w-12 cursor-pointer rounded border border-control bg-raised p-1 disabled:opacity-55 pointer-coarse:h-11"
      />
      {value && !disabled && (
        <Button variant="quiet" onClick={() => onSave(null)} className="mt-5.5">
          Use the house's colour
        </Button>
      )}
    </div>
  );
}
