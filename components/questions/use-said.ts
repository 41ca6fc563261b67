import { useCallback, useEffect, useRef, useState } from "react";
import { send } from "@/components/forms/send";
import type { Said } from "@/lib/core/said/said";
import type { Answer } from "@/lib/core/scoring/types";

export type Saving =
  | Readonly<{ state: "saved"; at?: Date }>
  | Readonly<{ state: "saving" | "kept" }>
  | Readonly<{ state: "refused"; title: string }>;

type Unsent = Readonly<Record<string, Said>>;

const RETRY_MS = 5_000;

/**
 * What somebody says of some facts: shown at once, kept on the device until the server has it, sent with the device's own count so that
 * nothing that arrives late undoes what came after it.
 * @param to the route that takes `{ said }` by PUT
 * @param key under which the device keeps what isn't sent
 */
export function useSaid(to: string, key: string, stored: Readonly<Record<string, Said>>) {
  const [said, setSaid] = useState(stored);
  const [saving, setSaving] = useState<Saving>({ state: "saved" });
  const unsent = useRef<Unsent>({});
  const busy = useRef(false);

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
      keep(key, unsent.current);
      if (Object.keys(unsent.current).length > 0) return void flush();
      return setSaving({ state: "saved", at: new Date() });
    }
    const { status, title } = sent.problem;
    // Only what a later try can mend is tried again.
    setSaving(status === 0 || status >= 500 ? { state: "kept" } : { state: "refused", title });
  }, [key, to]);

  useEffect(() => {
    const kept = read(key);
    if (Object.keys(kept).length > 0) {
      unsent.current = { ...kept, ...unsent.current };
      setSaid((now) => ({ ...now, ...kept }));
      void flush();
    }
    const again = () => void flush();
    const timer = setInterval(again, RETRY_MS);
    window.addEventListener("online", again);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", again);
    };
  }, [flush, key]);

  function say(criterion: string, answer: Answer | null, note: string) {
    const sequence = Math.max(0, ...Object.values(said).map((one) => one.sequence)) + 1;
    const next = { answer, note, sequence };
    setSaid({ ...said, [criterion]: next });
    unsent.current = { ...unsent.current, [criterion]: next };
    keep(key, unsent.current);
    setSaving({ state: "saving" });
    void flush();
  }

  /** Removes what is kept on the device. */
  function forget() {
    unsent.current = {};
    keep(key, {});
  }

  return { said, saving, say, forget };
}

/** What is left after `gone` was sent: what was said anew meanwhile stays. */
function without(all: Unsent, gone: Unsent): Unsent {
  return Object.fromEntries(
    Object.entries(all).filter(([criterion, { sequence }]) => sequence !== gone[criterion]?.sequence),
  );
}

function keep(key: string, unsent: Unsent): void {
  try {
    if (Object.keys(unsent).length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(unsent));
  } catch {
    // Storage is full or switched off: it stays in this page.
  }
}

function read(key: string): Unsent {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "{}");
  } catch {
    return {};
  }
}
