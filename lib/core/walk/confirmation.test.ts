import { describe, expect, it } from "vitest";
import { change, startAnswering } from "./answering";
import { awaitsConfirmation } from "./confirmation";
import type { Entry } from "./entry";

const BEGAN = Date.parse("2026-11-01T10:00:00Z");
const entry = (changedAt: Entry["changedAt"], more: Partial<Entry> = {}): Entry => ({
  ...{ answer: { status: "met" }, note: "", version: 1, how: "hand", changedBy: "u1", changedAt },
  ...more,
});
const state = (one: Entry) => startAnswering(new Map([["c", one]]), "device");
const SECOND = { round: 2, roundBegan: BEGAN };

describe("awaitsConfirmation", () => {
  it.each<[string, Entry, number, boolean]>([
    ["given before the round", entry(BEGAN - 1), 2, true],
    ["given before it, as ISO text", entry("2026-10-31T10:00:00Z"), 2, true],
    ["given in it", entry(BEGAN), 2, false],
    ["in the first round", entry(BEGAN - 1), 1, false],
    ["with a note alone", entry(BEGAN - 1, { answer: null }), 2, false],
  ])("%s", (_, one, round, awaits) => {
    expect(awaitsConfirmation(state(one), "c", { ...SECOND, round })).toBe(awaits);
  });

  it("ends with one key, which is sent though the answer says the same", () => {
    const before = state(entry(BEGAN - 1));
    const after = change(before, "confirmed", [{ criterion: "c", answer: { status: "met" } }]);
    expect(awaitsConfirmation(before, "c", SECOND)).toBe(true);
    expect(awaitsConfirmation(after, "c", SECOND)).toBe(false);
    expect(after.queue.items).toMatchObject([
      { how: "confirmed", changes: [expect.objectContaining({ criterion: "c", base: 1, answer: { status: "met" } })] },
    ]);
    expect(after.undo).toEqual([]);
    expect(change(before, "hand", [{ criterion: "c", answer: { status: "met" } }])).toBe(before);
    expect(awaitsConfirmation(before, "unknown", SECOND)).toBe(false);
  });
});
