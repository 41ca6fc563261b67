"use client";

import { useCallback, useRef, useState } from "react";
import { type SentProblem, send } from "@/components/forms/send";
import type { Decided } from "@/lib/core/planning/change-state";
import type { DayRate, PlanItemView, PlanSettingsView } from "@/lib/core/planning/plan-view";
import type { PlanSettings } from "@/lib/core/planning/types";

/** How the last change of something stands. */
export type SaveState<Mine> =
  | Readonly<{ kind: "idle" }>
  | Readonly<{ kind: "saving" }>
  | Readonly<{ kind: "saved"; at: Date }>
  /** Nothing was lost: `mine` can be sent again. */
  | Readonly<{ kind: "failed"; mine: Mine; problem: SentProblem }>
  /** Somebody else saved meanwhile. Theirs counts until one is chosen. */
  | Readonly<{ kind: "conflict"; mine: Mine }>;

type Slot<View, Mine> = Readonly<{ view: View | undefined; state: SaveState<Mine> }>;

/** Settings to save; a rate that isn't named stays as it is. */
export type NewSettings = PlanSettings & Readonly<{ rate?: DayRate | null }>;

export type PlanStore = Readonly<{
  settings: PlanSettingsView;
  settingsState: SaveState<NewSettings>;
  /** Saves settings; `saved` runs once they are. */
  saveSettings: (next: NewSettings, saved?: () => void) => void;
  /** After a conflict: what the server holds stays. */
  keepTheirSettings: () => void;
  items: readonly PlanItemView[];
  /** What is decided of an initiative; an undecided one is open. */
  item: (initiative: string) => PlanItemView;
  itemState: (initiative: string) => SaveState<Decided>;
  saveItem: (initiative: string, next: Decided, saved?: () => void) => void;
  keepTheirs: (initiative: string) => void;
}>;

type Turn = Readonly<{ run: (isLatest: () => boolean) => Promise<void>; refuse: () => void }>;

const IDLE = { kind: "idle" } as const;

/**
 * The plan's settings and decisions as the server holds them, changed here first. Each change names the version that it
 * was made on; changes of one thing wait for one another.
 *
 * @param api address of the plan's routes
 */
export function usePlanStore(
  api: string,
  server: Readonly<{ settings: PlanSettingsView; items: readonly PlanItemView[] }>,
): PlanStore {
  const [settings, setSettings] = useState<Slot<PlanSettingsView, NewSettings>>({ view: undefined, state: IDLE });
  const [items, setItems] = useState<Readonly<Record<string, Slot<PlanItemView, Decided>>>>({});
  const waiting = useRef(new Map<string, Promise<void>>());
  const versions = useRef(new Map<string, number>());

  const conflicts = useRef(new Map<string, number>());

  /**
   * Runs a save after those before it. What was changed meanwhile is shown instead of its answer; and what waited while
   * another version was found isn't sent over it.
   */
  const inTurn = useCallback((key: string, { run, refuse }: Turn) => {
    const seen = conflicts.current.get(key) ?? 0;
    const before = waiting.current.get(key) ?? Promise.resolve();
    const turn: Promise<void> = before.then(() => {
      const found = (conflicts.current.get(key) ?? 0) !== seen;
      return found ? refuse() : run(() => waiting.current.get(key) === turn);
    });
    waiting.current.set(key, turn);
  }, []);

  const shownSettings = newer(settings.view, server.settings);
  const shownItems = mergeItems(server.items, items);
  const itemNow = (initiative: string) =>
    shownItems.find((other) => other.initiative === initiative) ?? { initiative, ...UNDECIDED };

  function keepVersion(key: string, version: number): void {
    versions.current.set(key, Math.max(version, versions.current.get(key) ?? 0));
  }

  function keepConflict(key: string, version: number): void {
    keepVersion(key, version);
    conflicts.current.set(key, (conflicts.current.get(key) ?? 0) + 1);
  }

  function saveSettings(next: NewSettings, saved?: () => void): void {
    keepVersion("settings", shownSettings.version);
    setSettings({ view: { ...shownSettings, ...next }, state: { kind: "saving" } });
    const refuse = () => setSettings(({ view }) => ({ view, state: { kind: "conflict", mine: next } }));
    const run = async (isLatest: () => boolean) => {
      const base = versions.current.get("settings") ?? 0;
      const sent = await send<PlanSettingsView>(api, { base, ...pickSettings(next) }, "PUT");
      if (sent.ok) {
        keepVersion("settings", sent.data.version);
        if (isLatest()) setSettings({ view: sent.data, state: { kind: "saved", at: new Date() } });
        return saved?.();
      }
      const current = sent.problem.current as PlanSettingsView | null | undefined;
      if (sent.problem.kind === "conflict" && current) {
        keepConflict("settings", current.version);
        return setSettings({ view: current, state: { kind: "conflict", mine: next } });
      }
      if (isLatest())
        setSettings(({ view }) => ({ view, state: { kind: "failed", mine: next, problem: sent.problem } }));
    };
    inTurn("settings", { run, refuse });
  }

  function saveItem(initiative: string, next: Decided, saved?: () => void): void {
    const now = itemNow(initiative);
    keepVersion(initiative, now.version);
    const put = (slot: Slot<PlanItemView, Decided>) => setItems((all) => ({ ...all, [initiative]: slot }));
    put({ view: { ...now, ...next }, state: { kind: "saving" } });
    const refuse = () =>
      setItems((all) => ({
        ...all,
        [initiative]: { view: all[initiative]?.view, state: { kind: "conflict", mine: next } },
      }));
    const run = async (isLatest: () => boolean) => {
      const base = versions.current.get(initiative) ?? 0;
      const path = `${api}/items/${encodeURIComponent(initiative)}`;
      const sent = await send<{ item: PlanItemView; settings: PlanSettingsView }>(path, { base, ...next }, "PUT");
      if (sent.ok) {
        keepVersion(initiative, sent.data.item.version);
        keepVersion("settings", sent.data.settings.version);
        setSettings(({ view, state }) => ({ view: newer(view, sent.data.settings), state }));
        if (isLatest()) put({ view: sent.data.item, state: { kind: "saved", at: new Date() } });
        return saved?.();
      }
      const current = sent.problem.current as PlanItemView | null | undefined;
      if (sent.problem.kind === "conflict" && current) {
        keepConflict(initiative, current.version);
        return put({ view: current, state: { kind: "conflict", mine: next } });
      }
      if (isLatest()) put({ view: { ...now, ...next }, state: { kind: "failed", mine: next, problem: sent.problem } });
    };
    inTurn(initiative, { run, refuse });
  }

  return {
    settings: shownSettings,
    settingsState: settings.state,
    saveSettings,
    keepTheirSettings: () => setSettings(({ view }) => ({ view, state: IDLE })),
    items: shownItems,
    item: itemNow,
    itemState: (initiative) => items[initiative]?.state ?? IDLE,
    saveItem,
    keepTheirs: (initiative) =>
      setItems((all) => ({ ...all, [initiative]: { view: all[initiative]?.view, state: IDLE } })),
  };
}

const UNDECIDED = { state: "open", owner: "", startsOn: null, endsOn: null, note: "", version: 0 } as const;

/** A change that was made here wins over an older version of the server; the page may be read anew meanwhile. */
function newer<View extends Readonly<{ version: number }>>(mine: View | undefined, server: View): View {
  return mine && mine.version >= server.version ? mine : server;
}

function mergeItems(
  server: readonly PlanItemView[],
  mine: Readonly<Record<string, Slot<PlanItemView, Decided>>>,
): readonly PlanItemView[] {
  const merged = new Map(server.map((item) => [item.initiative, item]));
  for (const [initiative, { view }] of Object.entries(mine)) {
    const known = merged.get(initiative);
    if (view) merged.set(initiative, known ? newer(view, known) : view);
  }
  return [...merged.values()];
}

function pickSettings({ start, quarters, capacity, rate }: NewSettings): NewSettings {
  return { start, quarters, capacity, ...(rate === undefined ? {} : { rate }) };
}
