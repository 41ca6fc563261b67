import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SMALL_QUESTIONNAIRE } from "../../../tests/support/small-questionnaire";
import { compareVersions } from "./compare-versions";
import type { Criterion, Questionnaire } from "./types";

const criteria = SMALL_QUESTIONNAIRE.pillars.flatMap(({ topics }) => topics.flatMap((topic) => topic.criteria));

/** Another version: what `change` returns for a criterion takes its place; nothing drops it. */
function versionWith(change: (criterion: Criterion) => readonly Criterion[]): Questionnaire {
  return {
    ...SMALL_QUESTIONNAIRE,
    version: "1.1.0",
    pillars: SMALL_QUESTIONNAIRE.pillars.map((pillar) => ({
      ...pillar,
      topics: pillar.topics.map((topic) => ({ ...topic, criteria: topic.criteria.flatMap(change) })),
    })),
  };
}

describe("compareVersions", () => {
  it("tells apart what is new, gone, reworded, checked in other words, and what counts differently", () => {
    const to = versionWith((criterion) => {
      switch (criterion.id.split(".").at(-1)) {
        case "second-factor":
          return [
            { ...criterion, statement: "Two factors, always." },
            { ...criterion, id: "identity.sign-in.new" },
          ];
        case "no-legacy":
          return [];
        case "yearly":
          return [{ ...criterion, weight: 3 }];
        case "zones":
          return [{ ...criterion, population: "zones in use", check: "Count them." }];
        case "daily":
          return [{ ...criterion, check: "Count the days." }];
        default:
          return [criterion];
      }
    });
    const result = compareVersions(SMALL_QUESTIONNAIRE, to);
    expect(result.carried).toHaveLength(criteria.length - 1);
    expect(result.added).toMatchObject([{ id: "identity.sign-in.new", topic: "identity.sign-in", pillar: "Identity" }]);
    expect(result.gone.map(({ id }) => id)).toEqual(["identity.sign-in.no-legacy"]);
    expect(result.reworded).toMatchObject([
      { before: { statement: "Statement of second-factor." }, after: { statement: "Two factors, always." } },
      { before: { statement: "Statement of zones." }, after: { population: "zones in use" } },
    ]);
    expect(result.clarified.map(({ id, check }) => [id, check])).toEqual([
      ["identity.reviews.daily", "Count the days."],
    ]);
    expect(result.restanding).toMatchObject([
      { id: "identity.reviews.yearly", before: { stage: "advanced", weight: 1 }, after: { weight: 3 } },
    ]);
    expect(result.rules).toEqual([]);
  });

  it("names what counts differently above the criteria", () => {
    const [identity, network] = SMALL_QUESTIONNAIRE.pillars;
    if (!identity || !network) throw new Error("the small questionnaire has two pillars");
    const to = {
      ...SMALL_QUESTIONNAIRE,
      threshold: 0.9,
      pillars: [
        { ...identity, weight: 2 },
        { ...network, topics: network.topics.map((topic) => ({ ...topic, gate: false, condition: undefined })) },
      ],
    };
    expect(compareVersions(SMALL_QUESTIONNAIRE, to).rules).toEqual([
      { where: "Every stage", what: "share that must hold", before: "0.8", after: "0.9" },
      { where: "Identity", what: "weight", before: "1", after: "2" },
      { where: "network.segments", what: "gates its pillar", before: "yes", after: "no" },
      { where: "network.segments", what: "is asked when", before: "offices", after: "always" },
    ]);
  });

  it("is the same the other way round, and nothing between a version and itself", () => {
    const kinds = fc.constantFrom("same", "gone", "reworded", "reweighed", "joined");
    fc.assert(
      fc.property(fc.array(kinds, { minLength: criteria.length, maxLength: criteria.length }), (fates) => {
        const to = versionWith((criterion) => {
          switch (fates[criteria.findIndex(({ id }) => id === criterion.id)]) {
            case "gone":
              return [];
            case "reworded":
              return [{ ...criterion, statement: `${criterion.statement} Reworded.` }];
            case "reweighed":
              return [{ ...criterion, weight: criterion.weight + 1 }];
            case "joined":
              return [criterion, { ...criterion, id: `${criterion.id}-too` }];
            default:
              return [criterion];
          }
        });
        const there = compareVersions(SMALL_QUESTIONNAIRE, to);
        const back = compareVersions(to, SMALL_QUESTIONNAIRE);
        expect(back.added).toEqual(there.gone);
        expect(back.gone).toEqual(there.added);
        expect(new Set(back.carried)).toEqual(new Set(there.carried));
        expect(there.carried.length + there.gone.length).toBe(criteria.length);
        expect(back.reworded.map(({ before, after }) => [after, before])).toEqual(
          there.reworded.map(({ before, after }) => [before, after]),
        );
        const itself = compareVersions(to, to);
        expect([itself.added, itself.gone, itself.reworded, itself.restanding, itself.rules].flat()).toEqual([]);
      }),
    );
  });
});
