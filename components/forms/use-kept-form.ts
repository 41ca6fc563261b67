"use client";

import { useEffect, useState } from "react";
import { openVault } from "@/components/device/vault";

/** A form of one person: whose, and under which name the device keeps what is typed into it. */
export type FormPlace = Readonly<{ account: string; name: string }>;

/** What is typed into a form, sealed on this device: `read` for default values, `keep` on input, `forget` once it is saved. */
export type KeptForm = Readonly<{
  read: (field: string) => string | undefined;
  keep: (form: HTMLFormElement) => void;
  forget: () => void;
}>;

/**
 * Keeps what is typed into a form over a reload and a closed tab.
 *
 * @returns null for the moment until what was kept is read
 */
export function useKeptForm({ account, name }: FormPlace): KeptForm | null {
  const [kept, setKept] = useState<ReadonlyMap<string, string> | null>(null);
  useEffect(() => {
    let gone = false;
    void openVault(account).then(async (vault) => {
      const found = await vault?.read(name);
      if (!gone) setKept(fieldsIn(found?.text));
    });
    return () => {
      gone = true;
    };
  }, [account, name]);
  if (!kept) return null;
  const write = (text: string) => void openVault(account).then((vault) => vault?.write(name, text));
  return {
    read: (field) => kept.get(field),
    keep: (form) => write(JSON.stringify([...new FormData(form)].filter(([, value]) => typeof value === "string"))),
    forget: () => write(""),
  };
}

function fieldsIn(text = "[]"): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const content: unknown = JSON.parse(text);
  for (const pair of Array.isArray(content) ? content : []) {
    if (Array.isArray(pair) && typeof pair[0] === "string" && typeof pair[1] === "string") found.set(pair[0], pair[1]);
  }
  return found;
}
