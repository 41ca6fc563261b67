import { describe, expect, it } from "vitest";
import { SMALL_QUESTIONNAIRE } from "../../../tests/support/small-questionnaire";
import { checkQuestionnaire } from "./check";
import type { Initiative, Questionnaire } from "./types";

const SOMEWHERE = { line: 1, column: 1 };
const problemsOf = (questionnaire: Questionnaire, place = () => SOMEWHERE) =>
  checkQuestionnaire(questionnaire, [], place).problems;

function initiative(id: string, prerequisites: readonly string[]): Initiative {
  const effort = { low: 1, likely: 2, high: 3 };
  return {
    id,
    title: id,
    summary: "",
    owner: "",
    delivers: [],
    prerequisites,
    effort,
    cost: 0,
  } as unknown as Initiative;
}

describe("checkQuestionnaire", () => {
  it("names and places 200 problems, what keeps from publishing first, and says how many more there are", () => {
    let placed = 0;
    const [pillar] = SMALL_QUESTIONNAIRE.pillars;
    const [topic] = pillar?.topics ?? [];
    if (!pillar || !topic) throw new Error("no topic");
    // None of them ends with a question mark, which is style; all but the first have an id that was used before.
    const topics = Array.from({ length: 1_001 }, () => ({ ...topic, prompt: "Say how", criteria: [] }));
    const problems = problemsOf({ ...SMALL_QUESTIONNAIRE, pillars: [{ ...pillar, topics }] }, () => {
      placed += 1;
      return SOMEWHERE;
    });
    expect(problems).toHaveLength(201);
    expect(placed).toBe(201);
    expect(problems.slice(0, 200).filter(({ style }) => style)).toEqual([]);
    expect(problems.at(-1)).toMatchObject({ style: true, message: expect.stringMatching(/^\d{4,} more problems/) });
  });

  it("refuses an id that the framework has withdrawn as one that it doesn't have", () => {
    const items = [
      { id: "AC-2", title: "Account Management" },
      { id: "AC-13", title: "Supervision and Review", withdrawn: true },
    ];
    const naming = (id: string) => ({
      ...SMALL_QUESTIONNAIRE,
      pillars: SMALL_QUESTIONNAIRE.pillars.map((pillar) => ({
        ...pillar,
        topics: pillar.topics.map((topic) => ({
          ...topic,
          criteria: topic.criteria.map((criterion) => ({ ...criterion, crosswalk: { "nist-800-53": [id] } })),
        })),
      })),
    });
    const said = (id: string) =>
      checkQuestionnaire(naming(id), [{ id: "nist-800-53", title: "SP 800-53", items }], () => SOMEWHERE)
        .problems.filter(({ path }) => path.includes("crosswalk"))
        .map(({ message }) => message);
    expect(said("AC-2")).toEqual([]);
    expect(new Set(said("AC-13"))).toEqual(new Set(["AC-13 is withdrawn from nist-800-53"]));
    expect(new Set(said("AC-99"))).toEqual(new Set(["nist-800-53 has no AC-99"]));
  });

  it("follows prerequisites however long their chain is, and finds the circle at its end", () => {
    const LONG = 20_000;
    const chain = (last: readonly string[]) =>
      Array.from({ length: LONG }, (_, at) =>
        initiative(`identity.i${at}`, at + 1 < LONG ? [`identity.i${at + 1}`] : last),
      );
    const circles = (last: readonly string[]) =>
      problemsOf({ ...SMALL_QUESTIONNAIRE, initiatives: chain(last) })
        .map(({ message }) => message)
        .filter((message) => message.startsWith("prerequisites run in a circle"));
    expect(circles([])).toEqual([]);
    expect(circles([`identity.i${LONG - 2}`])).toEqual([
      `prerequisites run in a circle: identity.i${LONG - 2} → identity.i${LONG - 1} → identity.i${LONG - 2}`,
    ]);
  });
});
