"use client";

import { Icon } from "@/components/ui/icon";
import { type Keeping, keptWithin, keptWords } from "@/lib/core/device/keeping";
import { clockWords } from "@/lib/core/walk/clock-words";
import { formatNumberOf, formatTime } from "@/lib/core/words/format";
import { clockAhead } from "./server-clock";
import type { WalkState } from "./store/walk-state";
import { useTimeTelling, useWalk, useWalkBeside } from "./walk-context";

/** How it stands with what was entered: saving, saved with its time, kept on this device, or a conflict. */
export function SaveState() {
  const store = useWalk();
  const state = useWalkBeside("answering", "link", "savedAt", "keeps", "typed");
  const { timeZone } = useTimeTelling();
  const { kind, text, short } = saveWords(state, store.data.organization.keeping, timeZone);
  if (text === "") return null;
  const look = kind === "trouble" ? "text-danger" : "text-ink-2";
  return (
    <span className={`flex items-center gap-1.5 text-note ${look}`} data-save-state={kind}>
      {kind === "saved" && <Icon name="check" size={13} />}
      {kind === "trouble" && <Icon name="warning" size={14} />}
      <span className="max-sm:hidden">{text}</span>
      <span className="sm:hidden">{short}</span>
      {state.link === "signed-out" && (
        <button type="button" className="link font-medium text-ink" onClick={() => store.set({ dialog: "sign-in" })}>
          Sign in
        </button>
      )}
    </span>
  );
}

type Words = Readonly<{ kind: "saved" | "saving" | "kept" | "trouble"; text: string; short: string }>;

type Saving = Pick<WalkState, "answering" | "link" | "savedAt" | "keeps" | "typed">;

function saveWords({ answering, link, savedAt, keeps, typed }: Saving, keeping: Keeping, timeZone: string): Words {
  const here = keptWithin(keeping);
  const alone = keptWords(keeping);
  const { queue, conflicts, refusals } = answering;
  const long = [...typed.values()].filter(({ field }) => field === "note").length;
  const waiting = queue.items.length > 0;
  if (!keeps && keeping === "device" && waiting && link !== "online") {
    return { kind: "trouble", text: "Not saved: this device can’t keep it. Leave this page open.", short: "Not saved" };
  }
  if (link === "signed-out") return { kind: "trouble", text: `Signed out. ${alone}.`, short: "Signed out" };
  if (conflicts.size > 0) {
    const text = formatNumberOf(conflicts.size, "conflict");
    return { kind: "trouble", text: `${text}: pick one`, short: text };
  }
  if (refusals.size > 0) {
    return { kind: "trouble", text: `${formatNumberOf(refusals.size, "answer")} not saved`, short: "Not saved" };
  }
  if (long > 0 && link === "online" && !waiting) {
    return {
      kind: "trouble",
      text: `${formatNumberOf(long, "note")} too long, ${here}`,
      short: "Not saved",
    };
  }
  if (link !== "online") {
    const until = link === "offline" ? "until the connection is back" : "until the server answers";
    if (waiting && keeping === "tab")
      return { kind: "trouble", text: `Not sent yet: ${here}`, short: "Keep this open" };
    if (waiting) return { kind: "kept", text: `${alone} ${until}`, short: "Kept here" };
    return { kind: "kept", text: `No connection. What you enter is ${here}.`, short: "No connection" };
  }
  if (waiting) return { kind: "saving", text: "Saving…", short: "Saving…" };
  if (savedAt !== null) {
    const short = `Saved ${formatTime(new Date(savedAt), timeZone)}`;
    const off = clockWords(clockAhead());
    return { kind: "saved", text: off ? `${short} by the server’s clock: ${off}` : short, short };
  }
  return { kind: "saved", text: typed.size > 0 ? alone : "", short: "" };
}
