import { describe, expect, it } from "vitest";
import { SMALL_QUESTIONNAIRE } from "../../../tests/support/small-questionnaire";
import { checkQuestionnaire } from "./check";
import type { Questionnaire } from "./types";

const LINE_ONE = { line: 1, column: 1 };

function messages(change: Partial<Questionnaire>, path: RegExp): readonly string[] {
  const { problems } = checkQuestionnaire({ ...SMALL_QUESTIONNAIRE, ...change }, [], () => LINE_ONE);
  return problems.filter((problem) => path.test(problem.path)).map((problem) => problem.message);
}

describe("the quick check of a questionnaire", () => {
  const of = (quickCheck: readonly string[]) => messages({ quickCheck }, /^quickCheck/);

  it("holds as many topics of each pillar, with every gate", () => {
    expect(of(["identity.sign-in", "network.segments"])).toEqual([]);
    expect(of(["identity.sign-in", "identity.reviews"])).toEqual([
      "topics of identity here: 2; of each pillar 1 are expected",
      "topics of network here: 0; of each pillar 1 are expected",
      "lacks the gate network.segments",
    ]);
  });

  it("names topics that exist, each once", () => {
    expect(of(["identity.sign-in", "identity.moon", "identity.sign-in", "network.segments"])).toEqual([
      "no topic is called identity.moon",
      "identity.sign-in is named before",
      "topics of identity here: 1; of each pillar 2 are expected",
      "topics of network here: 1; of each pillar 2 are expected",
    ]);
  });

  it("may be missing", () => expect(of([])).toEqual([]));
});

it("keeps the keys of organization data free of facts", () => {
  const profile = [{ id: "people", question: "Are there people?", help: "Any people count." }];
  expect(messages({ profile }, /^profile/)).toEqual(["people is a key of every organization's data, not a fact"]);
});
