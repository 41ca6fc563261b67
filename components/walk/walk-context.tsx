"use client";

import { createContext, type ReactNode, useContext, useRef, useSyncExternalStore } from "react";
import type { WalkState } from "./store/walk-state";
import type { WalkStore } from "./store/walk-store";
import { type TimeTelling, timeTelling } from "./time-telling";

const WalkContext = createContext<WalkStore | null>(null);

export function WalkProvider({ store, children }: Readonly<{ store: WalkStore; children: ReactNode }>) {
  return <WalkContext value={store}>{children}</WalkContext>;
}

/** The walk that a component stands in. */
export function useWalk(): WalkStore {
  const store = useContext(WalkContext);
  if (!store) throw new Error("outside of a walk");
  return store;
}

/** Parts of its state, by name; a component draws itself again only when one of them is another. */
export function useWalkState<K extends keyof WalkState>(...parts: readonly K[]): Pick<WalkState, K> {
  const store = useWalk();
  return useParts(store, store.subscribe, parts);
}

/**
 * The same for what stands beside the topic: it is drawn right after the frame that shows what was pressed. Not for a
 * field that is typed in, which must show each letter at once.
 */
export function useWalkBeside<K extends keyof WalkState>(...parts: readonly K[]): Pick<WalkState, K> {
  const store = useWalk();
  return useParts(store, store.follow, parts);
}

/**
 * What follows from its state.
 * @param read gives the same value, by identity, until it is another
 */
export function useWalkValue<T>(read: () => T): T {
  return useSyncExternalStore(useWalk().subscribe, read, read);
}

/** The same for what stands beside the topic. */
export function useValueBeside<T>(read: () => T): T {
  return useSyncExternalStore(useWalk().follow, read, read);
}

function useParts<K extends keyof WalkState>(
  store: WalkStore,
  subscribe: WalkStore["subscribe"],
  parts: readonly K[],
): Pick<WalkState, K> {
  const held = useRef<WalkState | null>(null);
  const get = () => {
    const now = store.get();
    const last = held.current;
    if (last && parts.every((part) => now[part] === last[part])) return last;
    held.current = now;
    return now;
  };
  return useSyncExternalStore(subscribe, get, get);
}

const subscribeToMinute = (listener: () => void) => {
  const timer = setInterval(listener, 60_000);
  return () => clearInterval(timer);
};

/** Time zone and today. The first picture uses UTC, as the server did. */
export function useTimeTelling(): TimeTelling {
  const { asOf } = useWalk().data;
  const onServer = SERVER_TIMES[asOf] ?? { timeZone: "UTC", today: asOf };
  SERVER_TIMES[asOf] = onServer;
  return useSyncExternalStore(subscribeToMinute, timeTelling, () => onServer);
}

/** One object per day, because a snapshot must stay the same. */
const SERVER_TIMES: Record<string, TimeTelling> = {};
