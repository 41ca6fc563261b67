import { describe, expect, it } from "vitest";
import { bandWords, levelBarWords, levelKeyWords } from "./marks";

describe("words of marks", () => {
  it("says a bar whole", () => {
    expect(levelBarWords({ name: "Identity", low: 2.14, high: 2.28, verified: 1.82, last: 2.02, target: 2.7 })).toBe(
      "Identity: claimed 2.14 to 2.28, verified 1.82, last 2.02, target 2.70",
    );
    expect(levelBarWords({ name: "Data", low: 1.4, high: 1.4, verified: 1 })).toBe("Data: claimed 1.40, verified 1.00");
  });

  it("says what widens the band", () => {
    expect(bandWords({ low: 1.84, high: 1.94, answered: 287, inScope: 318 })).toBe(
      "to 1.94: 31 of 318 criteria not known yet",
    );
    expect(bandWords({ low: 1.84, high: 1.84, answered: 317, inScope: 318 })).toBe("1 of 318 criteria not known yet");
    expect(bandWords({ low: 1.84, high: 1.84, answered: 318, inScope: 318 })).toBe("all 318 criteria known");
  });

  it("names the key's parts with or without values", () => {
    expect(levelKeyWords({})).toEqual({ verified: "verified", claimed: "claimed", unknown: "not known yet" });
    expect(
      levelKeyWords({ low: 1.84, high: 1.94, verified: 1.55, last: { level: 1.7, day: "2025-11-27" }, target: 2.4 }),
    ).toEqual({
      verified: "verified 1.55",
      claimed: "claimed 1.84",
      unknown: "not known yet, up to 1.94",
      last: "27 Nov 2025 1.70",
      target: "target 2.40",
    });
  });
});
