"use client";

import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { Switch } from "@/components/ui/switch";
import { keyList } from "@/lib/core/walk/key-list";
import { setSingleKeys, useSingleKeys } from "./single-keys";
import { undoKey } from "./undo-key";
import { useWalk } from "./walk-context";

/** Every key that works in the walk, and the switch for those without a modifier. */
export function KeysDialog() {
  const store = useWalk();
  const on = useSingleKeys();
  return (
    <Dialog open onClose={() => store.set({ dialog: null })} title="Keys" closeLabel="Close" size="large">
      <Switch
        label="Single keys"
        hint="Off: only arrows, Escape, Backspace and undo work. Remembered on this device."
        checked={on}
        onChange={(event) => setSingleKeys(event.target.checked)}
      />
      <div className="mt-4 grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {keyList(store.data.outline.stages.length, undoKey()).map((group) => (
          <section key={group.title}>
            <h3 className="mb-1 text-note font-semibold">{group.title}</h3>
            <dl className="grid grid-cols-[6.5rem_1fr] gap-x-3 gap-y-1 text-note">
              {group.keys.map(({ keys, does }) => (
                <div key={does} className="contents">
                  <dt className="flex flex-wrap content-start gap-1">
                    {keys.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dt>
                  <dd className="text-ink-2">{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
