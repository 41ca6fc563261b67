import { describe, expect, it } from "vitest";
import { smallEvidence } from "../../../tests/support/small-model";
import { findContradictions } from "./contradictions";

const DAY = "2026-06-15";
const measured = (coverage: number, parts: Parameters<typeof smallEvidence>[1] = {}) =>
  smallEvidence("c", { coverage, ...parts });

describe("findContradictions", () => {
  it("finds a measurement below the claim, and none that reaches it, whatever its verdict", () => {
    const claim = { status: "partly", coverage: 0.92 } as const;
    expect(findContradictions(claim, [measured(0.57)], DAY)).toMatchObject([{ claimed: 0.92, measured: 0.57 }]);
    expect(findContradictions(claim, [measured(0.933, { verdict: "contradicts" })], DAY)).toEqual([]);
    expect(findContradictions({ status: "met" }, [measured(0.99)], DAY)).toHaveLength(1);
  });

  it("finds an unmeasured contradiction of anything that is claimed", () => {
    const finding = smallEvidence("c", { verdict: "contradicts" });
    expect(findContradictions({ status: "met" }, [finding], DAY)).toMatchObject([{ measured: null }]);
    expect(findContradictions({ status: "not-met" }, [finding], DAY)).toEqual([]);
    expect(findContradictions(undefined, [finding], DAY)).toEqual([]);
  });

  it("looks only at evidence that speaks: accepted, not dismissed, dated by the day, newest of its source, not expired", () => {
    const finding = { verdict: "contradicts" } as const;
    const silent = [
      smallEvidence("c", { ...finding, accepted: false }),
      smallEvidence("c", { ...finding, dismissed: true }),
      smallEvidence("c", { ...finding, date: "2026-06-16" }),
      smallEvidence("c", { ...finding, source: "scanner", date: "2026-05-01" }),
      smallEvidence("c", { source: "scanner", date: "2026-05-02" }),
      measured(0.1, { expires: DAY }),
    ];
    expect(findContradictions({ status: "met" }, silent, DAY)).toEqual([]);
    // A contradiction doesn't expire.
    expect(findContradictions({ status: "met" }, [smallEvidence("c", { ...finding, expires: DAY })], DAY)).toHaveLength(
      1,
    );
  });
});
