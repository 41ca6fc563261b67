import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SMALL_QUESTIONNAIRE as BARE } from "../../../../tests/support/small-questionnaire";
import { compareVersions } from "../compare-versions";
import type { Questionnaire } from "../types";
import { editOverlay, newOverlay } from "./edit-overlay";
import { outlineOwn } from "./outline-own";
import { blocks, readOwn } from "./read-own";

const SMALL_QUESTIONNAIRE: Questionnaire = {
  ...BARE,
  pillars: BARE.pillars.map((pillar) => ({
    ...pillar,
    topics: pillar.topics.map((topic) => ({
      ...topic,
      stages: Object.fromEntries(BARE.stages.map(({ id }) => [id, `How an organization looks at ${id}.`])),
    })),
  })),
};
const NEXT: Questionnaire = {
  ...SMALL_QUESTIONNAIRE,
  version: "1.1.0",
  pillars: SMALL_QUESTIONNAIRE.pillars.map((pillar) => ({
    ...pillar,
    topics: pillar.topics.filter(({ id }) => id !== "identity.reviews"),
  })),
};
const around = {
  frameworks: [],
  base: ({ questionnaire, version }: { questionnaire: string; version: string }) =>
    questionnaire === "small" ? [SMALL_QUESTIONNAIRE, NEXT].find((known) => known.version === version) : undefined,
};
const read = (text: string) => readOwn(text, around);
const blocking = (text: string) =>
  read(text)
    .problems.filter(blocks)
    .map(({ line, column, path, message }) => `${line}:${column} ${path}: ${message}`);

const EMPTY = newOverlay(SMALL_QUESTIONNAIRE, "own-small");
const CRITERION = `
  - id: identity.sign-in.own-badge
    stage: advanced
    statement: Every door of the data centre opens with a badge and a code.
    check: Try each door with a badge alone and look whether it stays shut for everybody.
    look: ["the console of the doors"]
    evidence: record of the tries within the last 12 months
    weight: 2
    crosswalk: {}
`;

describe("an overlay", () => {
  it("of nothing is its base under another name", () => {
    const { questionnaire, problems } = read(EMPTY);
    expect(problems.filter(blocks)).toEqual([]);
    expect(questionnaire).toEqual({ ...SMALL_QUESTIONNAIRE, id: "own-small", title: "Small questionnaire, our own" });
  });

  it("changes weights, the threshold, and what is asked, and nothing else", () => {
    const text = EMPTY.replace("criteria: []", `criteria:${CRITERION}`)
      .replace("# threshold: 0.85", "threshold: 0.9")
      .replace("weights: {}", "weights: {identity: 2, identity.sign-in: 3, identity.sign-in.no-legacy: 4}")
      .replace("hide: []", "hide: [identity.reviews]");
    expect(blocking(text)).toEqual([]);
    const { questionnaire, overlay } = read(text);
    if (!questionnaire || !overlay) throw new Error("it resolves");
    const change = compareVersions(SMALL_QUESTIONNAIRE, questionnaire);
    expect(change.added.map(({ id }) => id)).toEqual(["identity.sign-in.own-badge"]);
    expect(change.gone.map(({ topic }) => topic)).toEqual(["identity.reviews", "identity.reviews"]);
    expect(change.restanding).toMatchObject([{ id: "identity.sign-in.no-legacy", after: { weight: 4 } }]);
    expect(change.rules.map(({ where, after }) => [where, after])).toEqual([
      ["Every stage", "0.9"],
      ["Identity", "2"],
      ["identity.sign-in", "3"],
    ]);
    const outline = outlineOwn(questionnaire, { overlay, base: SMALL_QUESTIONNAIRE });
    expect(outline.pillars[0]?.topics.map(({ id, hidden, own }) => [id, hidden, own])).toEqual([
      ["identity.sign-in", false, true],
      ["identity.reviews", true, false],
    ]);
  });

  it.each([
    ["an unknown base", ["version: 1.0.0}", "version: 3.0.0}"], /^5:\d+ base: there is no small 3\.0\.0/],
    [
      "a topic that isn't there",
      ["hide: []", "hide: [identity.none]"],
      /hide\.0: small 1\.0\.0 has no topic identity\.none$/,
    ],
    [
      "a weight of nothing",
      ["weights: {}", "weights: {identity.none: 2}"],
      /weights\.identity\.none: .* no pillar, topic or criterion/,
    ],
    ["a weight too large", ["weights: {}", "weights: {identity: 11}"], /weights\.identity: .*<=10/],
    [
      "an id that isn't called own",
      ["criteria: []", `criteria:${CRITERION.replace("own-badge", "badge")}`],
      /^\d+:9 criteria\.0\.id: its last part begins with own-/,
    ],
    [
      "a criterion of another topic",
      ["criteria: []", `criteria:${CRITERION.replace("identity.sign-in", "identity.doors")}`],
      /criteria\.0\.id: small 1\.0\.0 has no topic identity\.doors/,
    ],
    [
      "a stage that isn't one",
      ["criteria: []", `criteria:${CRITERION.replace("advanced", "later")}`],
      /criteria\.0\.stage: must be one of advanced, optimal/,
    ],
    ["a word that isn't known", ["weights: {}", "wieghts: {}"], /wieghts: isn't known here/],
    ["another's name", ["id: own-small", "id: zero-trust"], /^2:5 id: begins with own-/],
  ] satisfies readonly (readonly [string, readonly [string, string], RegExp])[])(
    "says where it holds %s, and what was expected",
    (_, [from, to], message) => {
      expect(blocking(EMPTY.replace(from, to))[0]).toMatch(message);
    },
  );

  it("on a new base names what no longer fits", () => {
    const text = EMPTY.replace("hide: []", "hide: [identity.reviews]").replace(
      "weights: {}",
      "weights: {identity.reviews.yearly: 2, identity.sign-in: 2}",
    );
    expect(blocking(text)).toEqual([]);
    const moved = editOverlay(text, { kind: "rebase", base: "small", version: "1.1.0" });
    expect(blocking(moved).map((line) => line.replace(/^\S+ /, ""))).toEqual([
      "weights.identity.reviews.yearly: small 1.1.0 has no pillar, topic or criterion identity.reviews.yearly",
      "hide.0: small 1.1.0 has no topic identity.reviews",
    ]);
  });

  it("is changed by form controls and changed back, with its comments", () => {
    const topics = ["identity.sign-in", "identity.reviews", "network.segments"];
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...topics)), fc.integer({ min: 1, max: 10 }), (hidden, weight) => {
        let text = EMPTY;
        for (const topic of hidden) text = editOverlay(text, { kind: "hide", topic });
        text = editOverlay(text, { kind: "weigh", id: "identity", weight });
        expect(read(text).overlay).toMatchObject({ hide: hidden, weights: { identity: weight } });
        for (const topic of hidden) text = editOverlay(text, { kind: "show", topic });
        text = editOverlay(text, { kind: "weigh", id: "identity", weight: null });
        expect(read(text).overlay).toEqual(read(EMPTY).overlay);
        expect(text).toContain("# Topics that are left out");
      }),
      { numRuns: 20 },
    );
  });
});

describe("a questionnaire of one's own", () => {
  const whole = (change: (value: Record<string, unknown>) => void = () => {}) => {
    const value = structuredClone({ ...SMALL_QUESTIONNAIRE, id: "own-whole" }) as unknown as Record<string, unknown>;
    const text = JSON.stringify(value, (key, item) =>
      ["principles", "drivers"].includes(key) && item === null ? undefined : item,
    );
    const data = JSON.parse(text) as Record<string, unknown>;
    change(data);
    return JSON.stringify(data, null, 1); // JSON is YAML
  };

  it("says of each fault line, column, path and what was expected", () => {
    const problems = blocking(whole());
    // The small questionnaire is shorter than content has to be: that is what the schema says, place by place.
    expect(problems.length).toBeGreaterThan(3);
    for (const problem of problems) expect(problem).toMatch(/^\d+:\d+ \S+: .+/);
  });
});
