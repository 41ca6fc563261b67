"use client";

import { useEffect, useRef, useState } from "react";
import { openVault } from "@/components/device/vault";
import { useWalk } from "./walk-context";

/**
 * Text that is kept on this device with every key press, sealed, until it is sent: over a reload, a closed tab and a lost
 * connection.
 *
 * @param place what it is written for
 * @returns the text and how to set it; "" forgets it
 */
export function useDraft(place: string): readonly [string, (text: string) => void] {
  const { data } = useWalk();
  const account = data.me.id;
  const name = `comment/${data.organization.slug}/${data.assessment.slug}/${place}`;
  const [text, setText] = useState("");
  const typed = useRef(false);
  useEffect(() => {
    let gone = false;
    void openVault(account).then(async (vault) => {
      const kept = await vault?.read(name);
      if (kept && !gone && !typed.current) setText(kept.text);
    });
    return () => {
      gone = true;
    };
  }, [account, name]);
  return [
    text,
    (next) => {
      typed.current = true;
      setText(next);
      void openVault(account).then((vault) => vault?.write(name, next));
    },
  ];
}
