import { describe, expect, it } from "vitest";
import { type Kept, readKept, writeKept } from "./kept";

describe("what a device keeps", () => {
  const kept: Kept = {
    items: [
      {
        how: "stage-pick",
        key: "here.1",
        sent: true,
        changes: [
          { criterion: "a", base: 0, answer: { status: "met" } },
          { criterion: "b", base: 3, answer: { status: "partly", coverage: 0.5, count: 1, population: 2 }, note: "" },
        ],
      },
      {
        how: "hand",
        sent: true,
        changes: [{ criterion: "c", base: 1, answer: { status: "not-applicable", reason: "none", accepted: false } }],
      },
      { how: "undo", sent: true, changes: [{ criterion: "d", base: 1, answer: null }] },
    ],
    typed: [
      { topic: "t", criterion: null, field: "reason", text: "because … 🙂" },
      { topic: "t", criterion: "a", field: "coverage", text: "11" },
    ],
  };

  it("comes back as it was", () => {
    expect(readKept(writeKept(kept))).toEqual(kept);
  });

  it("leaves out what it can't read", () => {
    const broken = {
      items: [{ how: "hand", changes: [{ criterion: "a" }] }, { how: "else", changes: [] }, ...kept.items],
    };
    expect(readKept(JSON.stringify(broken))).toEqual({ items: kept.items, typed: [] });
    for (const text of ["", "[]", "null", "{", '{"items":[]}']) expect(readKept(text)).toBeNull();
  });

  it("doesn't keep that somebody accepted", () => {
    const text = writeKept(kept).replace('"accepted":false', '"accepted":true');
    expect(readKept(text)).toEqual(kept);
  });
});
