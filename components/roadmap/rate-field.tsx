"use client";

import { type KeyboardEvent, useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { DAY_RATE, type DayRate } from "@/lib/core/planning/plan-view";
import { formatCount } from "@/lib/core/words/format";

type Props = Readonly<{ rate: DayRate | null; disabled: boolean; onSet: (rate: DayRate | null) => void }>;

const WRITTEN = /^\s*(?:([A-Za-z]{3})\s*)?(\d[\d,. ]*)\s*([A-Za-z]{3})?\s*$/;

/** "EUR 1,200" or "1200 eur"; null for nothing, undefined for what is neither. */
export function parseRate(text: string): DayRate | null | undefined {
  if (text.trim() === "") return null;
  const [, before, figure = "", after] = WRITTEN.exec(text) ?? [];
  const currency = (before ?? after)?.toUpperCase();
  const amount = Number(figure.replace(/[,. ]/g, ""));
  const fits = currency !== undefined && !(before && after) && amount >= DAY_RATE.least && amount <= DAY_RATE.most;
  return fits ? { amount, currency } : undefined;
}

/** What a person-day costs, in one field with its currency; saved when it is left. */
export function RateField({ rate, disabled, onSet }: Props) {
  const stored = rate ? `${rate.currency} ${formatCount(rate.amount)}` : "";
  const [typed, setTyped] = useState<string | null>(null);
  const given = typed === null ? rate : parseRate(typed);

  function settle(): void {
    if (typed === null || given === undefined) return;
    setTyped(null);
    if (given?.amount !== rate?.amount || given?.currency !== rate?.currency) onSet(given);
  }

  return (
    <Field
      label="Day rate"
      optional="optional"
      hint="What a person-day costs, in whole units: cost stands beside gain then."
      error={given === undefined ? "Write a currency and whole units, such as EUR 1,200." : undefined}
    >
      {(ties) => (
        <Input
          {...ties}
          figures
          disabled={disabled}
          placeholder="EUR 1,200"
          maxLength={20}
          value={typed ?? stored}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={settle}
          onKeyDown={(event: KeyboardEvent) => {
            if (event.key === "Enter") settle();
            if (event.key === "Escape") setTyped(null);
          }}
        />
      )}
    </Field>
  );
}
