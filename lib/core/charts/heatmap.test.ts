import { describe, expect, it } from "vitest";
import { stageRefs } from "../marks/stage-ref";
import { heatmapCounts, weakestFirst } from "./heatmap";
import type { TopicDatum } from "./types";

const stages = stageRefs(["traditional", "advanced", "optimal"].map((id) => ({ id, title: id })));

function topic(id: string, low: number, { stage = 0, gate = false, unknown = 0 } = {}): TopicDatum {
  const ref = stages[stage];
  if (!ref) throw new Error("no such stage");
  return { id, name: id, stage: ref, href: `/${id}`, low, high: low, verified: 1, gate, unknown };
}

describe("heatmap", () => {
  it("counts topics by stage, empty stages too", () => {
    const counts = heatmapCounts([topic("a", 1), topic("b", 2.2, { stage: 1, unknown: 2 }), topic("c", 1.2)], stages);
    expect(counts.stages.map((entry) => entry.topics)).toEqual([2, 1, 0]);
    expect(counts.unknown).toBe(1);
    expect(counts.topics).toBe(3);
  });

  it("puts the weakest first and of equals the gate", () => {
    const order = weakestFirst([topic("a", 2), topic("b", 1.5), topic("c", 1.5, { gate: true })]);
    expect(order.map((entry) => entry.id)).toEqual(["c", "b", "a"]);
  });
});
