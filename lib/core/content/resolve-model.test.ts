import { describe, expect, it } from "vitest";
import { SMALL_QUESTIONNAIRE } from "../../../tests/support/small-questionnaire";
import type { Framework } from "./check";
import { checkModel } from "./check-model";
import { type ModelFile, modelSchema } from "./model-schema";
import { parseYaml } from "./parse-yaml";
import { countCriteria, resolveModel } from "./resolve-model";
import type { Crosswalk } from "./schema";
import type { Questionnaire } from "./types";

/** The small questionnaire with a crosswalk for some of its criteria, by the last word of their id. */
function withCrosswalk(crosswalks: Readonly<Record<string, Crosswalk>>): Questionnaire {
  const { pillars, ...rest } = SMALL_QUESTIONNAIRE;
  return {
    ...rest,
    pillars: pillars.map((pillar) => ({
      ...pillar,
      topics: pillar.topics.map((topic) => ({
        ...topic,
        criteria: topic.criteria.map((criterion) => ({
          ...criterion,
          crosswalk: crosswalks[criterion.id.split(".").at(-1) ?? ""] ?? {},
        })),
      })),
    })),
  };
}

const TEXT = `
format: plumbline.model/1
id: letters
version: 1.0.0
title: Letters
summary: Two topics that share a criterion.
source: none
framework: dod
threshold: 0.8
stages:
  - { id: baseline, title: Baseline, summary: Where everyone starts with it. }
  - { id: target, title: Target, summary: What is asked of everybody here. }
  - { id: advanced, title: Advanced, summary: What goes beyond what is asked. }
pillars:
  - id: user
    title: User
    topics:
      - { id: "1.1", title: People, prompt: Are people known here?, criteria: { target: [1.1.1, 1.1.2], advanced: [1.1.3] } }
      - { id: "1.2", title: Access, prompt: Is access decided here?, gate: true, criteria: { target: [1.2.1] } }
`;
const parse = (text: string): ModelFile => {
  const { value } = parseYaml("model.yaml", text, modelSchema);
  if (!value) throw new Error("the model doesn't parse");
  return value;
};

describe("resolveModel", () => {
  it("places criteria by their crosswalk, in the questionnaire's order, once at each stage", () => {
    const questionnaire = withCrosswalk({
      "no-passwords": { dod: ["1.1.1"] },
      "second-factor": { dod: ["1.1.2", "1.1.1"] }, // two activities of one stage
      yearly: { dod: ["1.1.1", "1.1.3", "1.2.1"] }, // two stages of one topic, and another topic
      zones: { dod: ["1.2.1"] }, // asked in a topic that needs offices
      daily: { cis: ["1.1"] }, // of another framework
    });
    const model = resolveModel(parse(TEXT), questionnaire);
    const placed = model.pillars.flatMap(({ topics }) =>
      topics.map(({ id, gate, criteria }) => [id, gate, criteria.map((each) => [each.stage, each.id, each.condition])]),
    );
    expect(placed).toEqual([
      [
        "1.1",
        false,
        [
          ["target", "identity.sign-in.second-factor", undefined],
          ["target", "identity.sign-in.no-passwords", undefined],
          ["target", "identity.reviews.yearly", undefined],
          ["advanced", "identity.reviews.yearly", undefined],
        ],
      ],
      [
        "1.2",
        true,
        [
          ["target", "identity.reviews.yearly", undefined],
          ["target", "network.segments.zones", "offices"],
        ],
      ],
    ]);
    expect(countCriteria(model)).toBe(4);
  });

  it("takes the questionnaire's stages where it has none of its own", () => {
    const stageless = TEXT.replace(/stages:\n( {2}- .*\n)+/, "stages: questionnaire\n")
      .replace("{ target: [1.1.1, 1.1.2], advanced: [1.1.3] }", "{ own-stage: [1.1.1] }")
      .replace("{ target: [1.2.1] }", "{ own-stage: [1.2.1] }");
    const model = resolveModel(
      parse(stageless),
      withCrosswalk({ "no-passwords": { dod: ["1.1.1"] }, "second-factor": { dod: ["1.1.1"] } }),
    );
    expect(model.stages.map(({ id }) => id)).toEqual(["traditional", "advanced", "optimal"]);
    expect(model.pillars[0]?.topics[0]?.criteria.map(({ id, stage }) => [id, stage])).toEqual([
      ["identity.sign-in.second-factor", "advanced"],
      ["identity.sign-in.no-passwords", "optimal"],
    ]);
  });
});

describe("checkModel", () => {
  const framework: Framework = {
    id: "dod",
    title: "Activities",
    items: ["1.1.1", "1.1.2", "1.1.3", "1.2.1"].map((id) => ({ id, title: id })),
  };
  const problemsOf = (text: string) => {
    const { value, place } = parseYaml("model.yaml", text, modelSchema);
    if (!value) throw new Error("the model doesn't parse");
    return checkModel("model.yaml", value, [framework], place).map(({ line: at, message }) => `${at}: ${message}`);
  };

  it("finds nothing in a whole model", () => expect(problemsOf(TEXT)).toEqual([]));

  it.each([
    [
      "an id that the framework doesn't have",
      TEXT.replace("[1.1.3]", "[1.1.9]"),
      [/^18: dod has no 1\.1\.9/, /no place for 1\.1\.3/],
    ],
    ["an id in two places", TEXT.replace("[1.2.1]", "[1.2.1, 1.1.1]"), [/^19: 1\.1\.1 is placed before/]],
    [
      "criteria at the first stage",
      TEXT.replace("advanced: [1.1.3]", "baseline: [1.1.3]"),
      [/^18: must be one of target, advanced/],
    ],
    ["a topic twice", TEXT.replace('id: "1.2"', 'id: "1.1"'), [/^19: 1\.1 is used before/]],
    ["a prompt that asks nothing", TEXT.replace("known here?", "known here."), [/^18: must be a question/]],
  ] satisfies readonly (readonly [string, string, readonly RegExp[]])[])(
    "finds %s, with its line",
    (_, text, wanted) => {
      const problems = problemsOf(text);
      expect(problems).toHaveLength(wanted.length);
      for (const [index, pattern] of wanted.entries()) expect(problems[index]).toMatch(pattern);
    },
  );
});
