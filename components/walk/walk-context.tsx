"use client";

import { createContext, type ReactNode, useContext, useSyncExternalStore } from "react";
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

/** Its state; a component that reads it draws itself again with every change. */
export function useWalkState(): WalkState {
  const store = useWalk();
  return useSyncExternalStore(store.subscribe, store.get, store.get);
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
