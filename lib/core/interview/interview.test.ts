import { describe, expect, it } from "vitest";
import type { Pillar } from "../content/types";
import { saidInput } from "../said/said";
import type { Answer } from "../scoring/types";
import { compareSaid, sameAnswer } from "./take-over";
import { whoCanAnswer } from "./who-can-answer";

const partly = (coverage: number): Answer => ({ status: "partly", coverage });

describe("what was said against what is held", () => {
  const compare = (said: Answer | null, held: Answer | null) =>
    compareSaid(
      ["a"],
      new Map([["a", { answer: said, note: "seen in the console", sequence: 3 }]]),
      held ? new Map([["a", { answer: held, note: "ours", version: 4 }]]) : new Map(),
    );

  it.each([
    ["nothing held", { status: "met" }, null, "new", 0],
    ["something for unknown", { status: "met" }, { status: "unknown" }, "new", 4],
    ["unknown for something", { status: "unknown" }, { status: "met" }, "differs", 4],
    ["the same share", partly(0.5), { ...partly(0.5), count: 1, population: 2 }, "same", 4],
    ["another share", partly(0.5), partly(0.6), "differs", 4],
    [
      "not applicable in other words",
      { status: "not-applicable", reason: "no such thing", accepted: false },
      { status: "not-applicable", reason: "none", accepted: true },
      "same",
      4,
    ],
  ] as const)("%s", (_, said, held, standing, base) => {
    expect(compare(said, held)).toMatchObject([
      { standing, base, note: "seen in the console", heldNote: held ? "ours" : "" },
    ]);
  });

  it("leaves out what was taken back or never said", () => {
    expect(compare(null, { status: "met" })).toEqual([]);
    expect(compareSaid(["a", "b"], new Map(), new Map())).toEqual([]);
  });

  it("is symmetric", () => {
    expect(sameAnswer({ status: "met" }, partly(0.5))).toBe(false);
    expect(sameAnswer(partly(0.5), { status: "met" })).toBe(false);
  });
});

describe("who can answer", () => {
  const topic = (id: string, asks: readonly string[], criteria: readonly string[]) =>
    ({ id, title: id, asks, criteria: criteria.map((one) => ({ id: one })) }) as unknown as Pillar["topics"][number];
  const pillars = [
    {
      title: "Identity",
      topics: [topic("t1", ["engineer", "help desk"], ["a", "b"]), topic("t2", ["engineer"], ["c"])],
    },
    { title: "Data", topics: [topic("t3", ["officer"], ["d", "e", "f", "g"])] },
  ] as unknown as readonly Pillar[];

  it("puts a topic with everybody it names, those with most open first", () => {
    const groups = whoCanAnswer(
      pillars,
      (criterion) => criterion !== "a",
      (id) => id !== "none",
    );
    expect(groups.map(({ who, open, topics }) => [who, open, topics.map(({ id }) => id)])).toEqual([
      ["officer", 4, ["t3"]],
      ["engineer", 2, ["t1", "t2"]],
      ["help desk", 1, ["t1"]],
    ]);
  });

  it("leaves out what is out of scope", () => {
    expect(
      whoCanAnswer(
        pillars,
        () => true,
        (id) => id === "t3",
      ).map(({ who }) => who),
    ).toEqual(["officer"]);
  });
});

describe("what a guest may send", () => {
  const said = (answer: unknown) => saidInput.safeParse({ said: [{ criterion: "a", sequence: 1, answer, note: "" }] });

  it("never accepts its own “not applicable”", () => {
    expect(said({ status: "not-applicable", reason: "none here", accepted: true }).success).toBe(false);
    expect(said({ status: "not-applicable", reason: "none here" }).data?.said[0]?.answer).toMatchObject({
      accepted: false,
    });
  });

  it.each([
    [{ status: "partly", coverage: 1 }],
    [{ status: "partly", coverage: 0.5, count: 1 }],
    [{ status: "partly", coverage: 0.5, count: 1, population: 3 }],
    [{ status: "not-applicable", reason: "  " }],
    [{ status: "accepted" }],
  ])("refuses %j", (answer) => expect(said(answer).success).toBe(false));
});
