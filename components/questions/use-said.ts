import { useCallback, useEffect, useRef, useState } from "react";
import { openVault } from "@/components/device/vault";
import { send } from "@/components/forms/send";
import type { Keeping } from "@/lib/core/device/keeping";
import type { Said } from "@/lib/core/said/said";
import type { Answer } from "@/lib/core/scoring/types";

export type Saving =
  | Readonly<{ state: "saved"; at?: Date }>
  | Readonly<{ state: "saving" }>
  | Readonly<{ state: "kept"; keeping: Keeping }>
  | Readonly<{ state: "refused"; title: string }>;

/** Whose it is, and under which name the device keeps it. */
export type SaidPlace = Readonly<{ account: string; name: string; keeping: Keeping }>;

type Unsent = Readonly<Record<string, Said>>;

const RETRY_MS = 5_000;

/**
 * What somebody says of some facts: shown at once, kept on the device until the server has it, sent with the device's own count so that
 * nothing that arrives late undoes what came after it.
 * @param to the route that takes `{ said }` by PUT
 * @param keep under which the device keeps what isn't sent, sealed
 */
export function useSaid(to: string, { account, name, keeping }: SaidPlace, stored: Readonly<Record<string, Said>>) {
  const [said, setSaid] = useState(stored);
  const [saving, setSaving] = useState<Saving>({ state: "saved" });
  const unsent = useRef<Unsent>({});
  const busy = useRef(false);

  const keep = useCallback(
    async (all: Unsent) => {
      const text = Object.keys(all).length === 0 ? "" : JSON.stringify(all);
      await (await openVault(account))?.write(name, text);
    },
    [account, name],
  );

  const flush = useCallback(async () => {
    if (busy.current || Object.keys(unsent.current).length === 0) return;
    busy.current = true;
    const going = unsent.current;
    const changes = Object.entries(going).map(([criterion, { answer, note, sequence }]) => ({
      criterion,
      sequence,
      answer: answer?.status === "not-applicable" ? { status: answer.status, reason: answer.reason } : answer,
      note,
    }));
    const sent = await send(to, { said: changes }, "PUT");
    busy.current = false;
    if (sent.ok) {
      unsent.current = without(unsent.current, going);
      void keep(unsent.current);
      if (Object.keys(unsent.current).length > 0) return void flush();
      return setSaving({ state: "saved", at: new Date() });
    }
    const { status, title } = sent.problem;
    // Only what a later try can mend is tried again.
    setSaving(status === 0 || status >= 500 ? { state: "kept", keeping } : { state: "refused", title });
  }, [keep, keeping, to]);

  useEffect(() => {
    let gone = false;
    void openVault(account).then(async (vault) => {
      const kept = await vault?.read(name);
      if (!kept || gone) return;
      const before: Unsent = JSON.parse(kept.text);
      unsent.current = { ...before, ...unsent.current };
      setSaid((now) => ({ ...now, ...before, ...unsent.current }));
      void flush();
    });
    const again = () => void flush();
    const timer = setInterval(again, RETRY_MS);
    window.addEventListener("online", again);
    const warn = (event: BeforeUnloadEvent) => {
      if (keeping === "tab" && Object.keys(unsent.current).length > 0) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => {
      gone = true;
      clearInterval(timer);
      window.removeEventListener("beforeunload", warn);
      window.removeEventListener("online", again);
    };
  }, [flush, account, name, keeping]);

  function say(criterion: string, answer: Answer | null, note: string) {
    const sequence = Math.max(0, ...Object.values(said).map((one) => one.sequence)) + 1;
    const next = { answer, note, sequence };
    setSaid({ ...said, [criterion]: next });
    unsent.current = { ...unsent.current, [criterion]: next };
    void keep(unsent.current);
    setSaving({ state: "saving" });
    void flush();
  }

  /** Removes what is kept on the device. */
  function forget() {
    unsent.current = {};
    void keep({});
  }

  return { said, saving, say, forget };
}

/** What is left after `gone` was sent: what was said anew meanwhile stays. */
function without(all: Unsent, gone: Unsent): Unsent {
  return Object.fromEntries(
    Object.entries(all).filter(([criterion, { sequence }]) => sequence !== gone[criterion]?.sequence),
  );
}
