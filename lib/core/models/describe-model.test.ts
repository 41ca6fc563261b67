import { describe, expect, it } from "vitest";
import { SMALL_QUESTIONNAIRE } from "../../../tests/support/small-questionnaire";
import { ownModel } from "../content/resolve-model";
import { compileModel } from "../scoring/compile-model";
import type { Answer, Claims } from "../scoring/types";
import { modelLinks } from "./addresses";
import { describeModel } from "./describe-model";
import { describeModels } from "./describe-models";

const tree = ownModel(SMALL_QUESTIONNAIRE);
const model = compileModel(tree);
const links = modelLinks("/org/assessments/round", { asOf: "2026-06-15" });

function claims(met: readonly string[], profile: Claims["profile"] = {}): Claims {
  const answer: Answer = { status: "met" };
  return { answers: new Map(met.map((id) => [id, answer])), evidence: [], profile, asOf: "2026-06-15" };
}

const view = (given: Claims, show?: string) =>
  describeModel({ tree, model, questionnaire: SMALL_QUESTIONNAIRE, claims: given, links, show });

describe("describeModel", () => {
  it("says per topic what stands before its next stage, with the way to it", () => {
    const shown = view(
      claims(["identity.sign-in.second-factor", "identity.sign-in.no-legacy", "identity.reviews.daily"]),
      "all",
    );
    const [signIn, reviews] = shown.pillars[0]?.topics ?? [];
    expect(signIn?.stage.name).toBe("advanced");
    expect(signIn?.next).toMatchObject({ stage: { name: "optimal" }, low: 0, high: 1 });
    expect(signIn?.missing).toEqual([
      {
        title: "optimal",
        criteria: [
          {
            id: "identity.sign-in.no-passwords",
            statement: "Statement of no-passwords.",
            state: "unknown",
            place: "Identity · identity.sign-in",
            href: "/org/assessments/round/walk/identity/sign-in",
          },
        ],
      },
    ]);
    // Work above an unmet stage is no part of what stands before it.
    expect(reviews?.missing[0]?.criteria.map(({ id }) => id)).toEqual(["identity.reviews.yearly"]);
    expect(reviews?.before).toBe("advanced");
    expect(shown.lowest).toEqual(["Identity", "Network"]);
  });

  it("lists the open criteria of one topic alone, and says of the others how many there are", () => {
    const [signIn, reviews] = view(claims([]), "identity.reviews").pillars[0]?.topics ?? [];
    expect([signIn?.open, signIn?.missing]).toEqual([2, []]);
    expect([reviews?.open, reviews?.missing[0]?.criteria.length]).toEqual([1, 1]);
    const at = "/org/assessments/round/models/small?asOf=2026-06-15";
    expect(signIn?.href).toBe(`${at}&show=identity.sign-in#identity.sign-in`);
    expect(reviews?.href).toBe(at);
  });

  it("lists what decides a stage whose own criteria don't apply: those of the next one above", () => {
    const none: Answer = { status: "not-applicable", reason: "none here", accepted: true };
    const answers = new Map<string, Answer>([
      ["identity.sign-in.second-factor", none],
      ["identity.sign-in.no-legacy", none],
      ["identity.sign-in.no-passwords", { status: "not-met" }],
    ]);
    const signIn = view({ ...claims([]), answers }, "identity.sign-in").pillars[0]?.topics[0];
    expect(signIn).toMatchObject({ next: { stage: { name: "advanced" }, low: 0 }, before: "advanced", open: 1 });
    expect(signIn?.missing.map(({ criteria }) => criteria.map(({ id }) => id))).toEqual([
      ["identity.sign-in.no-passwords"],
    ]);
  });

  it("names what is left out, and nothing is missing of what is whole", () => {
    const all = SMALL_QUESTIONNAIRE.pillars.flatMap(({ topics }) => topics.flatMap(({ criteria }) => criteria));
    const shown = view(
      claims(
        all.map(({ id }) => id),
        { offices: false },
      ),
    );
    expect(shown.pillars.map(({ id }) => id)).toEqual(["identity"]);
    expect(shown.leftOut).toEqual(["Network"]);
    expect(shown.pillars[0]?.topics.map(({ next, missing }) => [next, missing])).toEqual([
      [null, []],
      [null, []],
    ]);
    expect(shown.lowest).toEqual([]);
  });

  it("lists a capability's target activities in place of the next stage, as long as some are missing", () => {
    const criteria = ["identity.sign-in.no-legacy"];
    const capability = {
      id: "identity.sign-in",
      title: "Sign-in",
      activities: 2,
      asked: 2,
      met: 1,
      share: 0.5,
      notAsked: [],
    };
    const dod = {
      ...tree,
      stages: tree.stages.map((stage, i) => ({ ...stage, id: ["baseline", "target", "advanced"][i] ?? "" })),
    };
    const renamed = {
      ...dod,
      pillars: dod.pillars.map((pillar) => ({
        ...pillar,
        topics: pillar.topics.map((topic) => ({
          ...topic,
          criteria: topic.criteria.map((each) => ({
            ...each,
            stage: each.stage === "optimal" ? "advanced" : "target",
          })),
        })),
      })),
    };
    const shown = describeModel({
      ...{ tree: renamed, model: compileModel(renamed), questionnaire: SMALL_QUESTIONNAIRE, links, show: "all" },
      claims: claims(["identity.sign-in.second-factor"]),
      capabilities: [{ ...capability, missingForTarget: [{ id: "1.1.2", title: "Old protocols", criteria }] }],
    });
    const topic = shown.pillars[0]?.topics[0];
    expect(topic?.missing.map(({ title, criteria: rows }) => [title, rows.map(({ id }) => id)])).toEqual([
      ["1.1.2 Old protocols", criteria],
    ]);
    expect(topic?.activities).toMatchObject({ met: 1, asked: 2 });
  });
});

describe("describeModels", () => {
  it("has no score where nothing is in scope of a model", () => {
    const network = { ...tree, id: "network", pillars: tree.pillars.slice(1) };
    const ready = { tree: network, model: compileModel(network) };
    const [row] = describeModels([ready], claims([], { offices: false }), links);
    expect(row).toMatchObject({
      overall: null,
      criteria: 2,
      pillars: 1,
      href: "/org/assessments/round/models/network?asOf=2026-06-15",
    });
  });
});
