"use client";

import { Kbd } from "@/components/ui/kbd";
import { Switch } from "@/components/ui/switch";
import { setSingleKeys, useSingleKeys } from "@/components/walk/single-keys";
import { REVIEW_KEYS } from "@/lib/core/review/review-keys";

/** Every key of the queue, and the switch for those without a modifier. */
export function ReviewKeys() {
  const on = useSingleKeys();
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 text-note text-ink-2">
      <ul className="flex flex-wrap gap-x-4 gap-y-1" aria-label="Keys">
        {REVIEW_KEYS.filter(({ single }) => on || !single).map(({ keys, does }) => (
          <li key={does} className="flex items-center gap-1">
            {keys.map((key) => (
              <Kbd key={key}>{key}</Kbd>
            ))}
            {does}
          </li>
        ))}
      </ul>
      <Switch label="Single keys" checked={on} onChange={(event) => setSingleKeys(event.target.checked)} />
    </div>
  );
}
