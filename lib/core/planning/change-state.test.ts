import { describe, expect, it } from "vitest";
import { changeState, type Decided } from "./change-state";
import type { ItemState } from "./types";

const TODAY = "2026-11-24";

function days(state: ItemState, startsOn: string | null, endsOn: string | null) {
  const item: Decided = { state: "open", owner: "network team", startsOn, endsOn, note: "kept" };
  const changed = changeState(item, state, TODAY);
  expect(changed).toMatchObject({ state, owner: "network team", note: "kept" });
  return [changed.startsOn, changed.endsOn];
}

describe("days of an initiative whose state changes", () => {
  it("begins today, or earlier where that is noted", () => {
    expect(days("in-progress", null, null)).toEqual([TODAY, null]);
    expect(days("in-progress", "2026-11-02", "2027-01-10")).toEqual(["2026-11-02", "2027-01-10"]);
    expect(days("in-progress", "2027-01-04", "2026-11-20")).toEqual([TODAY, null]);
  });

  it("has ended today, or earlier where that is noted", () => {
    expect(days("done", "2026-11-02", null)).toEqual(["2026-11-02", TODAY]);
    expect(days("done", "2026-11-02", "2027-01-10")).toEqual(["2026-11-02", TODAY]);
    expect(days("done", "2026-10-05", "2026-11-01")).toEqual(["2026-10-05", "2026-11-01"]);
    expect(days("done", "2027-01-04", "2027-02-01")).toEqual([null, TODAY]);
  });

  it("keeps only days ahead when it opens again", () => {
    expect(days("open", "2026-11-02", "2027-01-10")).toEqual([null, null]);
    expect(days("open", "2027-01-04", "2027-02-01")).toEqual(["2027-01-04", "2027-02-01"]);
    expect(days("open", null, "2027-02-01")).toEqual([null, "2027-02-01"]);
    expect(days("open", null, TODAY)).toEqual([null, null]);
  });

  it("leaves the days of what is dropped", () => {
    expect(days("dropped", "2026-11-02", "2027-01-10")).toEqual(["2026-11-02", "2027-01-10"]);
  });
});
