import { useEffect, useRef, useState } from "react";
import { openVault } from "@/components/device/vault";
import { useWalk } from "../walk-context";

/**
 * A value that outlives a reload and a closed tab, sealed on this device.
 *
 * @param part which
 * @param read makes it from what was kept, and from undefined where nothing was; the same function each time
 */
export function useKept<T>(part: string, read: (kept: unknown) => T): readonly [T, (value: T) => void] {
  const { data } = useWalk();
  const account = data.me.id;
  const name = `workshop/${data.organization.slug}/${data.assessment.slug}/${part}`;
  const [value, setValue] = useState(() => read(undefined));
  const changed = useRef(false);
  useEffect(() => {
    let gone = false;
    void openVault(account).then(async (vault) => {
      const kept = await vault?.read(name);
      if (kept && !gone && !changed.current) setValue(read(JSON.parse(kept.text)));
    });
    return () => {
      gone = true;
    };
  }, [account, name, read]);
  return [
    value,
    (next) => {
      changed.current = true;
      setValue(next);
      void openVault(account).then((vault) => vault?.write(name, JSON.stringify(next)));
    },
  ];
}
