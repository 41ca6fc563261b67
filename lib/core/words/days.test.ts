import { describe, expect, it } from "vitest";
import { daysSinceWords, daysUntilWords } from "./days";

describe("days told from today", () => {
  it.each([
    ["2026-11-28", "today"],
    ["2026-11-27", "yesterday"],
    ["2026-10-28", "31 days ago"],
    ["2026-11-29", "today"],
  ])("since %s: %s", (day, words) => expect(daysSinceWords(day, "2026-11-28")).toBe(words));

  it.each([
    ["2026-11-28", "today"],
    ["2026-11-29", "tomorrow"],
    ["2027-01-01", "in 34 days"],
    ["2026-11-25", "3 days late"],
  ])("until %s: %s", (day, words) => expect(daysUntilWords(day, "2026-11-28")).toBe(words));
});
