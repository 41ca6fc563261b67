import { useState } from "react";
import { useWalk } from "../walk-context";

/**
 * A value that outlives a reload of this tab.
 *
 * @param name what it is
 * @param read makes it from what was kept, and from undefined where nothing was
 */
export function useKept<T>(name: string, read: (kept: unknown) => T): readonly [T, (value: T) => void] {
  const { data } = useWalk();
  const key = `plumbline.workshop/${data.me.id}/${data.organization.slug}/${data.assessment.slug}/${name}`;
  const [value, setValue] = useState(() => read(load(key)));
  return [
    value,
    (next) => {
      setValue(next);
      try {
        sessionStorage.setItem(key, JSON.stringify(next));
      } catch {
        // Storage may be full, or switched off: then it holds until the page goes.
      }
    },
  ];
}

function load(key: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null") ?? undefined;
  } catch {
    return undefined;
  }
}
