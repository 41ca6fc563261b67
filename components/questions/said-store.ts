import { send } from "@/components/forms/send";
import type { Keeping } from "@/lib/core/device/keeping";
import type { Kept, Said } from "@/lib/core/said/said";
import {
  adoptKept,
  keepTyped,
  keptOf,
  land,
  type Saying,
  say,
  startSaying,
  type Typed,
  takeOff,
  type Unsent,
  type Words,
} from "@/lib/core/said/saying";
import { keepSaid } from "./keep-said";

export type Saving =
  | Readonly<{ state: "saved"; at?: Date }>
  | Readonly<{ state: "saving" }>
  | Readonly<{ state: "kept"; keeping: Keeping }>
  | Readonly<{ state: "refused"; title: string }>;

/** Whose it is, and under which name the device keeps it. */
export type SaidPlace = Readonly<{ account: string; name: string; keeping: Keeping }>;

type Shown = Readonly<{ saying: Saying; saving: Saving }>;

/** What a page of questions says, and where it is by now. */
export type SaidStore = Readonly<{
  get: () => Shown;
  subscribe: (hear: () => void) => () => void;
  /** Reads what the device kept, sends what waits and goes on trying. @returns ends it */
  start: () => () => void;
  say: (criterion: string, change: Partial<Words>) => void;
  type: (criterion: string, typed: Typed) => void;
  /** Sends what waits now, without a pause. */
  flush: () => void;
  /** Removes what is kept on the device. */
  forget: () => void;
}>;

const RETRY_MS = 5_000;
/** A note is kept on the device with every key press, and sent once nobody has typed for so long. */
const PAUSE_MS = 2_000;
/** Of the longest notes that many fit into a request of 1 MB. */
const MOST_AT_ONCE = 40;

/**
 * What somebody says of some facts: shown at once, kept on the device until the server has it, and sent so that nothing that arrives
 * late undoes what came after it.
 * @param to the route that takes `{ said }` by PUT
 * @param place under which the device keeps what isn't sent, sealed
 */
export function createSaidStore(to: string, place: SaidPlace, stored: Readonly<Record<string, Said>>): SaidStore {
  let shown: Shown = { saying: startSaying(stored), saving: { state: "saved" } };
  let keeper: ReturnType<typeof keepSaid> | null = null;
  let keeps = place.keeping === "device";
  let busy = false;
  /** What a later try can mend is tried again. */
  let again = false;
  let pause: ReturnType<typeof setTimeout> | null = null;
  const hearers = new Set<() => void>();

  function set(next: Partial<Shown>): void {
    shown = { ...shown, ...next };
    for (const hear of hearers) hear();
  }

  function change(saying: Saying): void {
    set({ saying });
    keeper?.write();
  }

  const waits = () => Object.keys(shown.saying.unsent).length > 0;

  async function flush(): Promise<void> {
    if (pause) clearTimeout(pause);
    pause = null;
    if (busy || !waits()) return;
    busy = true;
    const { state, going } = takeOff(shown.saying, MOST_AT_ONCE);
    change(state);
    const sent = await send<Kept>(to, { said: Object.entries(going).map(sendable) }, "PUT");
    busy = false;
    again = !sent.ok && [0, 401, 429].includes(sent.problem.status);
    if (sent.ok) {
      const standing = Object.fromEntries(sent.data.standing.map(({ criterion, ...said }) => [criterion, said]));
      change(land(shown.saying, going, standing));
      if (!waits()) set({ saving: { state: "saved", at: new Date() } });
      else if (!pause) void flush();
      return;
    }
    const { status, title } = sent.problem;
    again ||= status >= 500;
    const lost = status === 0 || status >= 500;
    set({ saving: lost ? { state: "kept", keeping: keeps ? "device" : "tab" } : { state: "refused", title } });
  }

  function start(): () => void {
    keeper = keepSaid(place, {
      kept: () => keptOf(shown.saying),
      adopt: (kept) => {
        set({ saying: adoptKept(shown.saying, kept) });
        if (waits()) set({ saving: { state: "saving" } });
        void flush();
      },
      told: (does) => {
        keeps = does && place.keeping === "device";
      },
    });
    const retry = () => again && void flush();
    const hidden = () => document.visibilityState === "hidden" && pause && void flush();
    const warn = (event: BeforeUnloadEvent) => {
      if (keptOf(shown.saying) && (!keeps || keeper?.busy())) event.preventDefault();
    };
    const timer = setInterval(retry, RETRY_MS);
    window.addEventListener("online", retry);
    window.addEventListener("beforeunload", warn);
    document.addEventListener("visibilitychange", hidden);
    return () => {
      if (pause) void flush();
      keeper?.end();
      keeper = null;
      clearInterval(timer);
      window.removeEventListener("online", retry);
      window.removeEventListener("beforeunload", warn);
      document.removeEventListener("visibilitychange", hidden);
    };
  }

  return {
    get: () => shown,
    subscribe: (hear) => {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    start,
    say: (criterion, words) => {
      change(say(shown.saying, criterion, words));
      if (!waits()) return;
      set({ saving: { state: "saving" } });
      if (words.answer !== undefined) return void flush();
      if (pause) clearTimeout(pause);
      pause = setTimeout(() => void flush(), PAUSE_MS);
    },
    type: (criterion, typed) => change(keepTyped(shown.saying, criterion, typed)),
    flush: () => void flush(),
    forget: () => change(startSaying(shown.saying.stored)),
  };
}

function sendable([criterion, { answer, note, sequence }]: readonly [criterion: string, one: Unsent]) {
  return {
    criterion,
    sequence,
    answer: answer?.status === "not-applicable" ? { status: answer.status, reason: answer.reason } : answer,
    note,
  };
}
