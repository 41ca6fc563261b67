import { describe, expect, it } from "vitest";
import { SMALL_QUESTIONNAIRE } from "../../../tests/support/small-questionnaire";
import { sampleFileAt } from "./file-at";
import { type SampleHead, sampleHeadSchema, samplePillarSchema } from "./schema";
import { tellStory } from "./tell-story";

const head: SampleHead = sampleHeadSchema.parse({
  organization: "Example (sample)",
  questionnaire: "small",
  version: "1.0.0",
  today: "2026-11-24",
  assessment: {
    name: "{year} round",
    scope: "Group",
    began: "2025-10-27",
    profile: { offices: true },
    sizes: { people: 100 },
    target: { pillars: { identity: 2.4 }, reasons: {}, by: "2028-12-29" },
  },
  rounds: [{ begins: "2025-11-03", snapshot: { day: "2025-11-24", label: "Before" } }, { begins: "2026-11-02" }],
  reviewer: "internal auditor",
  owner: "CISO",
  plan: { start: "2026-10-01", quarters: 8, capacity: 100, decided: "2026-11-19", items: {} },
});

const signIn = {
  by: "identity engineer",
  answers: { "second-factor": ["46 %", "1108/1204"], "no-legacy": ["met", "met"], "no-passwords": [null, "n/a"] },
  notApplicable: { "no-passwords": { reason: "There are none.", accepted: true } },
  notes: { "no-legacy": { by: "help desk lead", says: "Still so." } },
  exceptions: {
    "second-factor": { owner: "CISO", reason: "Old.", risk: "Some.", granted: "2026-02-02", expires: "2027-02-01" },
  },
  evidence: {
    "second-factor": [
      { title: "Sign-ins", dates: ["2025-11-10", "2026-11-16"], months: 12, source: "log", measures: ["45 %", "90 %"] },
    ],
  },
};

const tell = (topic: object) =>
  tellStory(head, new Map([["identity", samplePillarSchema.parse({ "sign-in": topic })]]), SMALL_QUESTIONNAIRE);
const criteria = SMALL_QUESTIONNAIRE.pillars.flatMap(({ topics }) =>
  topics.flatMap((topic) => topic.criteria.map(({ id }) => id)),
);

describe("the sample's files", () => {
  it("become versions of answers, each where the answer changed or a note was written", () => {
    const told = tell(signIn).answers.map(({ criterion, day, by, answer, note }) => [
      criterion.replace("identity.sign-in.", ""),
      day,
      by,
      answer.status,
      note,
    ]);
    expect(told).toEqual([
      ["second-factor", "2025-11-03", "identity engineer", "partly", ""],
      ["no-legacy", "2025-11-03", "identity engineer", "met", ""],
      ["second-factor", "2026-11-02", "identity engineer", "partly", ""],
      ["no-legacy", "2026-11-02", "help desk lead", "met", "Still so."],
      ["no-passwords", "2026-11-02", "identity engineer", "not-applicable", ""],
    ]);
  });

  it("give the file of a day: what was said and shown until then", () => {
    const story = tell(signIn);
    const [first] = sampleFileAt(story, criteria, "2025-11-24").answers;
    expect(first).toEqual({
      criterion: "identity.sign-in.second-factor",
      status: "partly",
      coverage: 0.46,
      evidence: [
        {
          title: "Sign-ins",
          date: "2025-11-10",
          expires: "2026-11-10",
          kind: "scan",
          source: "log",
          verdict: "supports",
          coverage: 0.45,
          accepted: true,
        },
      ],
    });
    const [now, , aside] = sampleFileAt(story, criteria, "2026-11-24").answers;
    expect(now).toMatchObject({ count: 1108, population: 1204, coverage: 1108 / 1204, exception: { risk: "Some." } });
    expect(now?.evidence).toHaveLength(2);
    expect(aside).toEqual({
      criterion: "identity.sign-in.no-passwords",
      status: "not-applicable",
      reason: "There are none.",
      accepted: true,
    });
  });

  it.each([
    ["a criterion that isn't there", { ...signIn, notes: { "no-such": "?" } }, "identity.sign-in has no no-such"],
    ["a criterion that is missing", { ...signIn, answers: {} }, "identity.sign-in.second-factor has no row of answers"],
    [
      "another number of rounds",
      { ...signIn, answers: { ...signIn.answers, "no-legacy": ["met"] } },
      "identity.sign-in.no-legacy has 1 answers for 2 rounds",
    ],
    [
      "an answer that vanishes",
      { ...signIn, answers: { ...signIn.answers, "second-factor": ["met", null] } },
      "identity.sign-in.second-factor can't become unanswered",
    ],
    ["a reason that is missing", { ...signIn, notApplicable: {} }, "no-passwords is not applicable without a reason"],
    [
      "a measure that is missing",
      { ...signIn, evidence: { "no-legacy": [{ title: "Log", dates: ["2026-11-01"], measures: [] }] } },
      "identity.sign-in.no-legacy measures not on each day",
    ],
  ])("refuse %s", (_, topic, message) => {
    expect(() => tell(topic)).toThrow(message);
  });

  it("refuse a topic and an initiative that aren't there", () => {
    const pillars = new Map([["identity", samplePillarSchema.parse({ "no-such": { ...signIn } })]]);
    expect(() => tellStory(head, pillars, SMALL_QUESTIONNAIRE)).toThrow("pillar identity has no topic no-such");
    const planned = { ...head, plan: { ...head.plan, items: { "identity.no-such": { state: "done" as const } } } };
    expect(() => tellStory(planned, new Map(), SMALL_QUESTIONNAIRE)).toThrow(
      "no initiative is called identity.no-such",
    );
  });
});
