import { describe, expect, it } from "vitest";
import { leavingPlaces, placeWords, termWords, unsentPlaces } from "./kept-places";

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 28);
const ago = (days: number) => NOW - days * DAY;

describe("what waits on a device", () => {
  const kept = [
    { name: "walk/harbour/2026/tab-1", at: ago(3) },
    { name: "comment/harbour/2026/identity.risk", at: ago(25) },
    { name: "form/harbour/2026/finding/identity.risk.a", at: ago(1) },
    { name: "workshop/harbour/2026/present", at: ago(25) },
    { name: "blind/quay/2025/7", at: ago(23) },
    { name: "interview", at: ago(25) },
    { name: "walk/quay/gone", at: ago(31) },
  ];

  it("is told by assessment, what goes first before the rest", () => {
    expect(unsentPlaces(kept).map(placeWords)).toEqual([
      "answers in gone",
      "answers and 2 drafts in 2026",
      "answers in 2025",
    ]);
  });

  it("is announced seven days before it goes, and not after", () => {
    expect(leavingPlaces(kept, NOW).map(placeWords)).toEqual(["1 draft in 2026", "answers in 2025"]);
    expect(leavingPlaces([{ name: "walk/a/b/c", at: ago(22.99) }], NOW)).toEqual([]);
    expect(leavingPlaces([{ name: "walk/a/b/c", at: ago(29.99) }], NOW)).toHaveLength(1);
    expect(leavingPlaces([{ name: "walk/a/b/c", at: ago(30) }], NOW)).toEqual([]);
  });

  it("says from when until when", () => {
    expect(termWords({ since: ago(25), until: NOW + 5 * DAY })).toBe("since 3 Nov 2026, until 3 Dec 2026");
  });
});
