import type { Answer } from "../scoring/types";
import type { Entry, Moment } from "./entry";
import { claimOf, type EvidenceView, isContradicted } from "./evidence-view";
import type { OutlineTopic } from "./outline";

/** What the walk can be narrowed to, in the order in which it is offered. */
export const FILTERS = [
  { id: "unanswered", name: "Unanswered", hint: "Nobody has said anything yet" },
  { id: "unknown", name: "Unknown", hint: "Answered, and not known yet" },
  { id: "mine", name: "Mine", hint: "Assigned to me, or answered last by me" },
  { id: "changed", name: "Changed since", hint: "Answer or note changed since a day" },
  { id: "no-evidence", name: "Without evidence", hint: "Claims that nothing stands behind" },
  { id: "contradicted", name: "Contradicted", hint: "Evidence measures less than is claimed" },
  { id: "gates", name: "Gates", hint: "Topics that hold a pillar’s stage" },
] as const satisfies readonly Readonly<{ id: string; name: string; hint: string }>[];

export type FilterId = (typeof FILTERS)[number]["id"];

/** Filters that are on; all of them must fit. `since` is a day, YYYY-MM-DD, or the last snapshot. */
export type Filters = Readonly<{ ids: readonly FilterId[]; since: string }>;

export const SINCE_SNAPSHOT = "snapshot";
export const NO_FILTERS: Filters = { ids: [], since: SINCE_SNAPSHOT };

/** Reads filters from an address: `show=unanswered,gates` and `since=2026-11-01`. What isn't known is left out. */
export function readFilters(query: Readonly<{ show?: string | null; since?: string | null }>): Filters {
  const named = (query.show ?? "").split(",");
  const since = /^\d{4}-\d{2}-\d{2}$/.test(query.since ?? "") && !Number.isNaN(Date.parse(query.since ?? ""));
  return {
    ids: FILTERS.flatMap(({ id }) => (named.includes(id) ? [id] : [])),
    since: since ? (query.since ?? SINCE_SNAPSHOT) : SINCE_SNAPSHOT,
  };
}

/** The part of an address that `readFilters` reads; empty where none is on. */
export function writeFilters({ ids, since }: Filters): Readonly<Record<string, string>> {
  return {
    ...(ids.length > 0 ? { show: ids.join(",") } : {}),
    ...(ids.includes("changed") && since !== SINCE_SNAPSHOT ? { since } : {}),
  };
}

/** Switches one filter, the others stay. */
export function toggleFilter(filters: Filters, id: FilterId): Filters {
  const on = filters.ids.includes(id);
  return {
    ...filters,
    ids: FILTERS.flatMap((one) => ((one.id === id ? !on : filters.ids.includes(one.id)) ? [one.id] : [])),
  };
}

/** What is known of one criterion when it is filtered. */
export type Filtered = Readonly<{
  topic: Pick<OutlineTopic, "gate">;
  /** Its topic, its pillar or everything is assigned to whoever filters. */
  assigned: boolean;
  /** As it is shown: what waits on this device included. */
  answer: Answer | null;
  entry: Entry | undefined;
  /** Something of it waits on this device. */
  waits: boolean;
  evidence: readonly EvidenceView[];
}>;

/** What filters are judged by. */
export type FilterScale = Readonly<{
  me: string;
  /** Day on which evidence is judged. */
  asOf: string;
  /** From when on a change counts, in ms since 1970; null: there is no snapshot yet, so everything has changed. */
  since: number | null;
}>;

/** The filters that fit a criterion, one bit each in the order of `FILTERS`: combining is an "and" of bits. */
export function filterBits(one: Filtered, { me, asOf, since }: FilterScale): number {
  const { topic, assigned, answer, entry, waits, evidence } = one;
  const fits: Readonly<Record<FilterId, boolean>> = {
    unanswered: answer === null,
    unknown: answer?.status === "unknown",
    mine: assigned || (answer !== null && (waits || entry?.changedBy === me)),
    changed: waits || (entry !== undefined && (since === null || momentMs(entry.changedAt) >= since)),
    "no-evidence": claimOf(answer) !== null && evidence.every((item) => item.dismissed === true),
    contradicted: evidence.length > 0 && isContradicted(evidence, answer, asOf),
    gates: topic.gate,
  };
  return FILTERS.reduce((bits, { id }, index) => (fits[id] ? bits | (1 << index) : bits), 0);
}

/** The bits that must be set for all filters that are on. */
export function maskOf(ids: readonly FilterId[]): number {
  return FILTERS.reduce((mask, { id }, index) => (ids.includes(id) ? mask | (1 << index) : mask), 0);
}

/** How many criteria each filter would show together with those that are on, and how many those show. */
export function filterCounts(
  bits: Iterable<number>,
  ids: readonly FilterId[],
): Readonly<{ shown: number; each: Readonly<Record<FilterId, number>> }> {
  const mask = maskOf(ids);
  const counts = FILTERS.map(() => 0);
  let shown = 0;
  for (const one of bits) {
    if ((one & mask) !== mask) continue;
    shown += 1;
    for (let index = 0; index < counts.length; index++)
      if (one & (1 << index)) counts[index] = (counts[index] ?? 0) + 1;
  }
  const at = (id: FilterId) => counts[FILTERS.findIndex((one) => one.id === id)] ?? 0;
  return {
    shown,
    each: {
      unanswered: at("unanswered"),
      unknown: at("unknown"),
      mine: at("mine"),
      changed: at("changed"),
      "no-evidence": at("no-evidence"),
      contradicted: at("contradicted"),
      gates: at("gates"),
    },
  };
}

/** The filters that are on in words: "unanswered, gates". */
export function filterWords({ ids, since }: Filters, dayWords: (day: string) => string): string {
  return FILTERS.filter(({ id }) => ids.includes(id))
    .map(({ id, name }) => {
      if (id !== "changed") return name.toLowerCase();
      return since === SINCE_SNAPSHOT ? "changed since the last snapshot" : `changed since ${dayWords(since)}`;
    })
    .join(", ");
}

function momentMs(moment: Moment): number {
  return typeof moment === "number" ? moment : Date.parse(moment);
}
