import { describe, expect, it } from "vitest";
import type { PillarDatum } from "../charts/types";
import { stageRefs } from "../marks/stage-ref";
import {
  capacitySentence,
  capacityWords,
  heatmapSentence,
  pillarsSentence,
  planSentence,
  radarSentence,
  tagsSentence,
  topicWords,
  trendSentence,
} from "./charts";

const stages = stageRefs(["Traditional", "Advanced", "Optimal"].map((title) => ({ id: title.toLowerCase(), title })));
const [traditional, advanced] = stages;
if (!traditional || !advanced) throw new Error("three stages expected");

const pillar = (name: string, low: number, more: Partial<PillarDatum> = {}): PillarDatum => ({
  id: name,
  name,
  stage: traditional,
  low,
  high: low,
  verified: low,
  ...more,
});
const topic = {
  id: "t",
  name: "Sign-in strength",
  stage: advanced,
  href: "/t",
  low: 2.14,
  high: 2.28,
  verified: 1.83,
  gate: true,
  unknown: 2,
};

describe("sentences of charts", () => {
  it("names leader, last and what rests on claims", () => {
    const pillars = [pillar("Identity", 2.14), pillar("Devices", 2.32), pillar("Data", 1.49)];
    expect(pillarsSentence(pillars, { low: 1.84, verified: 1.55 })).toBe(
      "Devices leads Data by 0.83. 0.29 of the level rests on claims alone.",
    );
    expect(pillarsSentence([pillar("Data", 2)], { low: 2, verified: 2 })).toBe(
      "All pillars are at the same level. All of the level is verified.",
    );
    expect(pillarsSentence([], null)).toBe("No pillar is in scope.");
  });

  it("says what the radar draws and who is farthest from the target", () => {
    expect(
      radarSentence([pillar("Identity", 2, { target: 2.5 }), pillar("Data", 1.49, { target: 2.4, last: 1.3 })]),
    ).toBe("Claimed, verified inside it, last snapshot, target dashed. Data is farthest from its target: 0.91 short.");
    expect(radarSentence([pillar("Data", 2)])).toBe("Claimed, verified inside it.");
  });

  it("counts topics by the lowest stage that occurs", () => {
    const columns = [
      { pillar: pillar("Identity", 2), topics: [topic, { ...topic, id: "u", stage: traditional, unknown: 0 }] },
    ];
    expect(heatmapSentence(columns, stages)).toBe(
      "1 of 2 topics is traditional; 1 holds criteria that are not known yet.",
    );
    expect(heatmapSentence([], stages)).toBe("No topic is in scope.");
    expect(topicWords(topic)).toBe(
      "Sign-in strength: Advanced, 2.14 to 2.28, verified 1.83, gate, 2 criteria not known yet",
    );
  });

  it("ranks principles and drivers", () => {
    const tag = (name: string, low: number) => ({ id: name, name, low, high: low, verified: low });
    expect(tagsSentence([tag("Least privilege", 1.8), tag("Verify explicitly", 2.05)])).toBe(
      "Verify explicitly is highest at 2.05, Least privilege lowest at 1.80.",
    );
  });

  it("tells the past and the plan from the same points", () => {
    const snapshots = [
      { day: "2025-11-27", level: 1.7 },
      { day: "2026-11-26", level: 1.84 },
    ];
    const projection = [
      { day: "2026-11-26", level: 1.84 },
      { day: "2027-07-01", level: 2.4 },
    ];
    expect(trendSentence({ snapshots, projection, target: 2.4 })).toBe(
      "+0.14 since 27 Nov 2025. The plan reaches the target of 2.40 by 1 Jul 2027.",
    );
    expect(trendSentence({ snapshots, projection, target: 2.9, pace: "No pace yet." })).toBe(
      "+0.14 since 27 Nov 2025. The plan ends at 2.40, 0.50 short of the target. No pace yet.",
    );
    expect(trendSentence({ snapshots: snapshots.slice(0, 1), projection: [] })).toBe(
      "No earlier snapshot yet: each approval adds a point.",
    );
    const now = snapshots.slice(-1);
    const goal = (by?: string, target = 2.4) =>
      trendSentence({ snapshots: now, projection: [], target, by }).replace(/^.*?point\. /, "");
    expect(goal()).toBe("Target 2.40 is 0.56 away.");
    expect(goal("2028-11-27")).toBe("Target 2.40 by 27 Nov 2028 asks for +0.28 a year.");
    expect(goal("2027-05-27")).toBe("Target 2.40 by 27 May 2027 asks for +0.56.");
    expect(goal("2026-01-01")).toBe("Target 2.40 was due on 1 Jan 2026 and is 0.56 away.");
    expect(goal("2028-11-27", 1.8)).toBe("Target 1.80 is reached.");
    expect(planSentence({ projection })).toBe("The plan leads from 1.84 to 2.40 by 1 Jul 2027.");
  });

  it("says where capacity is exceeded", () => {
    const period = (name: string, used: number) => ({
      id: name,
      name,
      start: "2027-01-01",
      end: "2027-04-01",
      used,
      capacity: 120,
    });
    expect(capacitySentence([period("Q1 27", 104), period("Q2 27", 130)])).toBe(
      "234 of 240 person-days are planned. Q2 27 is over capacity.",
    );
    expect(capacityWords(period("Q1 27", 104))).toBe("Q1 27: 104 of 120 person-days");
  });
});
