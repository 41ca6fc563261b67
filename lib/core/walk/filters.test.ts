import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Entry } from "./entry";
import type { EvidenceView } from "./evidence-view";
import {
  FILTERS,
  type Filtered,
  type FilterId,
  filterBits,
  filterCounts,
  filterWords,
  maskOf,
  NO_FILTERS,
  readFilters,
  toggleFilter,
  writeFilters,
} from "./filters";

const SCALE = { me: "me", asOf: "2026-11-28", since: Date.parse("2026-11-20T00:00:00Z") };
const entry = (changedBy: string, changedAt: string | number, answer: Entry["answer"] = { status: "met" }): Entry => ({
  answer,
  note: "",
  version: 1,
  how: "hand",
  changedBy,
  changedAt,
});
const piece = (more: Partial<EvidenceView>): EvidenceView => ({
  id: "e",
  kind: "link",
  criterion: "c",
  title: "Export",
  date: "2026-11-01",
  verdict: "supports",
  accepted: true,
  addedBy: "me",
  addedOn: "2026-11-01",
  ...more,
});
const one = (more: Partial<Filtered>): Filtered => ({
  topic: { gate: false },
  assigned: false,
  answer: null,
  entry: undefined,
  waits: false,
  evidence: [],
  ...more,
});
const fits = (more: Partial<Filtered>, scale = SCALE): FilterId[] => {
  const bits = filterBits(one(more), scale);
  return FILTERS.flatMap(({ id }, index) => (bits & (1 << index) ? [id] : []));
};

describe("what a filter fits", () => {
  const met = { status: "met" } as const;
  it.each<[string, Partial<Filtered>, FilterId[]]>([
    ["nothing said", {}, ["unanswered"]],
    [
      "a note alone, written lately",
      { entry: entry("other", "2026-11-21T10:00:00Z", null) },
      ["unanswered", "changed"],
    ],
    [
      "unknown by another long ago",
      { answer: { status: "unknown" }, entry: entry("other", "2026-11-19T23:59:59Z") },
      ["unknown"],
    ],
    ["met by me on the day", { answer: met, entry: entry("me", SCALE.since) }, ["mine", "changed", "no-evidence"]],
    ["met, not sent yet", { answer: met, waits: true }, ["mine", "changed", "no-evidence"]],
    ["assigned to me, nothing said", { assigned: true }, ["unanswered", "mine"]],
    [
      "assigned to me, answered by another long ago",
      { assigned: true, answer: met, entry: entry("other", 0), evidence: [piece({})] },
      ["mine"],
    ],
    ["met with support", { answer: met, entry: entry("other", 0), evidence: [piece({})] }, []],
    [
      "met with only dismissed evidence",
      { answer: met, entry: entry("other", 0), evidence: [piece({ dismissed: true })] },
      ["no-evidence"],
    ],
    [
      "met, measured less",
      { answer: met, entry: entry("other", 0), evidence: [piece({ coverage: 0.9 })] },
      ["contradicted"],
    ],
    [
      "partly, measured more",
      { answer: { status: "partly", coverage: 0.8 }, entry: entry("other", 0), evidence: [piece({ coverage: 0.9 })] },
      [],
    ],
    [
      "not met in a gate",
      { topic: { gate: true }, answer: { status: "not-met" }, entry: entry("other", 0) },
      ["gates"],
    ],
  ])("%s", (_, more, expected) => {
    expect(fits(more)).toEqual(expected);
  });

  it("counts everything that was ever written as changed while there is no snapshot", () => {
    expect(fits({ answer: met, entry: entry("other", 0) }, { ...SCALE, since: Number.NEGATIVE_INFINITY })).toContain(
      "changed",
    );
    expect(
      filterBits(one({ entry: entry("other", 0) }), { ...SCALE, since: null }) & maskOf(["changed"]),
    ).toBeGreaterThan(0);
    expect(filterBits(one({}), { ...SCALE, since: null }) & maskOf(["changed"])).toBe(0);
  });
});

const anyFilters = fc.record({
  ids: fc.subarray(FILTERS.map(({ id }) => id)),
  since: fc.constantFrom("snapshot", "2026-11-01"),
});

describe("filters in an address", () => {
  it("come back as they were", () => {
    fc.assert(
      fc.property(anyFilters, (filters) => {
        const read = readFilters(writeFilters(filters));
        expect(read.ids).toEqual(filters.ids);
        if (filters.ids.includes("changed")) expect(read.since).toBe(filters.since);
      }),
    );
  });

  it("leave out what isn't known", () => {
    expect(readFilters({ show: "unanswered,everything,__proto__", since: "2026-13-45" })).toEqual({
      ids: ["unanswered"],
      since: "snapshot",
    });
    expect(readFilters({})).toEqual(NO_FILTERS);
  });

  it("are switched one by one", () => {
    const both = toggleFilter(toggleFilter(NO_FILTERS, "gates"), "unanswered");
    expect(both.ids).toEqual(["unanswered", "gates"]);
    expect(toggleFilter(both, "gates").ids).toEqual(["unanswered"]);
    expect(filterWords({ ids: ["unanswered", "changed"], since: "2026-11-01" }, (day) => day)).toBe(
      "unanswered, changed since 2026-11-01",
    );
  });
});

describe("counts", () => {
  it("say what a filter would show with those that are on", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 127 })), anyFilters, (bits, { ids }) => {
        const { shown, each } = filterCounts(bits, ids);
        const count = (wanted: readonly FilterId[]) =>
          bits.filter((one) => (one & maskOf(wanted)) === maskOf(wanted)).length;
        expect(shown).toBe(count(ids));
        for (const { id } of FILTERS) expect(each[id]).toBe(count([...ids, id]));
      }),
    );
  });
});
