import type { ItemState, PlanSettings } from "./types";

/** What a person-day costs: whole units of a currency of ISO 4217 ("EUR"). */
export type DayRate = Readonly<{ amount: number; currency: string }>;

/** Whole units of a currency that a person-day may cost. */
export const DAY_RATE = { least: 1, most: 1_000_000 } as const;

/**
 * A plan's settings as stored, with the version that the next change must name: 0 where nobody has saved any yet. The rate is null
 * where nobody has said what a person-day costs.
 */
export type PlanSettingsView = PlanSettings & Readonly<{ rate: DayRate | null; version: number }>;

/** What people decided of one initiative, as stored. Days are YYYY-MM-DD. Version 0: nothing was decided yet. */
export type PlanItemView = Readonly<{
  initiative: string;
  state: ItemState;
  owner: string;
  startsOn: string | null;
  endsOn: string | null;
  note: string;
  version: number;
}>;

/** The states of an initiative, in the order in which work goes. */
export const ITEM_STATES = ["open", "in-progress", "done", "dropped"] as const satisfies readonly ItemState[];

/** Quarters that a plan may have. */
export const QUARTERS = { least: 4, most: 16 } as const;

/** Person-days a quarter that a plan may have. */
export const CAPACITY = { least: 1, most: 10_000 } as const;
