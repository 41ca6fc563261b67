"use client";

import { useState } from "react";

/** A change made here, and how many times it is on its way to the server. */
type Change = Readonly<{ value: unknown; sending: number }>;

/**
 * What the server holds, with the changes made here laid over it: each is shown at once, saved, and taken back where it
 * can't be. It stays until nothing of its field is on its way and the server's word is the same, so that an older word,
 * which arrives in between, takes nothing back.
 *
 * @param save saves one field; resolves to whether it did. `undefined` empties the field.
 * @returns what to show, and `change(field, value)`
 */
export function useStored<T extends object>(
  stored: T,
  save: <Field extends keyof T>(field: Field, value: T[Field] | undefined) => Promise<boolean>,
): readonly [shown: T, change: <Field extends keyof T>(field: Field, value: T[Field] | undefined) => void] {
  const [changes, setChanges] = useState<ReadonlyMap<keyof T, Change>>(new Map());
  const waiting = [...changes].filter(([field, { value, sending }]) => sending > 0 || !same(value, stored[field]));
  if (waiting.length < changes.size) setChanges(new Map(waiting));

  async function change<Field extends keyof T>(field: Field, value: T[Field] | undefined) {
    setChanges((now) => new Map(now).set(field, { value, sending: (now.get(field)?.sending ?? 0) + 1 }));
    const saved = await save(field, value);
    setChanges((now) => {
      const next = new Map(now);
      const last = now.get(field);
      const sending = (last?.sending ?? 1) - 1;
      // A later change of the same field stands, whatever became of this one.
      if (sending === 0 && !saved) next.delete(field);
      else next.set(field, { value: last?.value, sending });
      return next;
    });
  }

  const shown = { ...stored, ...Object.fromEntries(waiting.map(([field, { value }]) => [field, value])) };
  return [shown, change];
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
