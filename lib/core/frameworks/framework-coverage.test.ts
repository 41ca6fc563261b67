import { describe, expect, it } from "vitest";
import { SMALL_QUESTIONNAIRE } from "../../../tests/support/small-questionnaire";
import type { Framework } from "../content/check";
import type { Crosswalk } from "../content/schema";
import type { Questionnaire } from "../content/types";
import type { Answer, Claims } from "../scoring/types";
import { attackMatrix } from "./attack-matrix";
import { type CriterionState, criterionStates, type GroupState, groupState } from "./criterion-states";
import { dodCapabilities } from "./dod-capabilities";
import { frameworkCoverage } from "./framework-coverage";
import { FRAMEWORK_VIEWS } from "./framework-views";

const NAMES = ["second-factor", "no-legacy", "no-passwords", "yearly", "daily", "zones", "flows"] as const;
const idOf = (name: string) =>
  SMALL_QUESTIONNAIRE.pillars
    .flatMap(({ topics }) => topics.flatMap(({ criteria }) => criteria.map(({ id }) => id)))
    .find((id) => id.endsWith(`.${name}`)) ?? "";

const CROSSWALK: Readonly<Record<string, Crosswalk>> = {
  "second-factor": { csf: ["PR.AA-01"], dod: ["1.1.1"], attack: ["T1"] },
  "no-legacy": { csf: ["PR.AA-01"] },
  "no-passwords": { dod: ["1.1.3"] },
  yearly: { dod: ["1.1.1", "1.1.2"], attack: ["T1.001"] },
  daily: { dod: ["1.1.2"] },
};

const questionnaire: Questionnaire = {
  ...SMALL_QUESTIONNAIRE,
  pillars: SMALL_QUESTIONNAIRE.pillars.map((pillar) => ({
    ...pillar,
    topics: pillar.topics.map((topic) => ({
      ...topic,
      criteria: topic.criteria.map((criterion) => ({
        ...criterion,
        crosswalk: CROSSWALK[criterion.id.split(".")[2] ?? ""] ?? {},
      })),
    })),
  })),
};

function claims(answers: Readonly<Record<string, Answer["status"]>>, profile: Claims["profile"] = {}): Claims {
  const answer = (status: Answer["status"]): Answer =>
    status === "partly"
      ? { status, coverage: 0.5 }
      : status === "not-applicable"
        ? { status, reason: "none here", accepted: true }
        : { status };
  const entries = Object.entries(answers).map(([name, status]) => [idOf(name), answer(status)] as const);
  return { answers: new Map(entries), evidence: [], profile, asOf: "2026-06-15" };
}

describe("groupState", () => {
  it.each<readonly [string, readonly CriterionState[], GroupState]>([
    ["nothing", [], "untouched"],
    ["all met", ["met", "met"], "met"],
    ["met, and one that doesn't apply", ["met", "not-applicable", "out-of-scope"], "met"],
    ["met, and one unknown", ["met", "unknown"], "partly"],
    ["met, and one not met", ["met", "not-met"], "partly"],
    ["one partly", ["partly", "not-met"], "partly"],
    ["none met, one unknown", ["not-met", "unknown"], "not-met"],
    ["all unknown", ["unknown", "unknown"], "unknown"],
    ["none applies", ["not-applicable", "out-of-scope"], "not-applicable"],
    ["all out of scope", ["out-of-scope"], "out-of-scope"],
  ])("%s", (_, states, expected) => expect(groupState(states)).toBe(expected));
});

describe("criterionStates", () => {
  it("takes what is unanswered as unknown, and a denied topic out of scope whatever its answers", () => {
    const states = criterionStates(questionnaire, claims({ "second-factor": "met", zones: "met" }, { offices: false }));
    expect(NAMES.map((name) => states.get(idOf(name)))).toEqual([
      ...["met", "unknown", "unknown", "unknown", "unknown"],
      ...["out-of-scope", "out-of-scope"],
    ]);
  });
});

describe("frameworkCoverage", () => {
  it("counts subcategories, not their headings, and says what isn't touched", () => {
    const csf: Framework = {
      id: "csf",
      title: "CSF",
      items: ["PR", "PR.AA", "PR.AA-01", "PR.AA-02", "DE", "DE.CM", "DE.CM-01"].map((id) => ({ id, title: id })),
    };
    const coverage = frameworkCoverage(
      view("csf-2.0"),
      csf,
      questionnaire,
      claims({ "second-factor": "met", "no-legacy": "not-met" }),
    );
    expect(coverage.groups.map(({ id, total, touched }) => [id, total, touched])).toEqual([
      ["PR.AA", 2, 1],
      ["DE.CM", 1, 0],
    ]);
    expect(coverage).toMatchObject({ total: 3, touched: 1, partly: 1, met: 0, share: 1 / 3 });
    expect(coverage.note).toMatch(/contribute to 1 of 3 subcategories of CSF \(33.%\)\. Of the other 2 subcategories/);
    expect(coverage.groups[0]?.controls[0]).toMatchObject({
      id: "PR.AA-01",
      criteria: 2,
      met: 1,
      notMet: 1,
      state: "partly",
    });
  });

  it("counts no control that is withdrawn, and doesn't name it as untouched", () => {
    const nist: Framework = {
      id: "nist-800-53",
      title: "SP 800-53",
      items: [
        { id: "AC", title: "Access Control" },
        { id: "AC-1", title: "Policy and Procedures" },
        { id: "AC-13", title: "Supervision and Review", withdrawn: true },
      ],
    };
    const coverage = frameworkCoverage(view("sp800-53-r5"), nist, questionnaire, claims({}));
    expect(coverage.total).toBe(1);
    expect(coverage.groups.flatMap(({ controls }) => controls.map(({ id }) => id))).toEqual(["AC-1"]);
  });

  it("gives the share of activities met per capability, and what is missing for target", () => {
    const item = (id: string, level: string) => ({
      id,
      title: `Activity ${id}`,
      group: id.slice(0, 3),
      groupTitle: "Users",
      level,
    });
    const dod: Framework = {
      id: "dod",
      title: "Activities",
      items: [item("1.1.1", "target"), item("1.1.2", "target"), item("1.1.3", "advanced"), item("1.1.4", "advanced")],
    };
    const answers = claims({ "second-factor": "met", yearly: "met", daily: "unknown", "no-passwords": "not-met" });
    expect(dodCapabilities(frameworkCoverage(view("dod-zero-trust"), dod, questionnaire, answers))).toEqual([
      {
        ...{ id: "1.1", title: "Users", activities: 4, asked: 3, met: 1, share: 1 / 3, notAsked: ["1.1.4"] },
        missingForTarget: [{ id: "1.1.2", title: "Activity 1.1.2", criteria: [idOf("daily")] }],
      },
    ]);
  });
});

describe("attackMatrix", () => {
  it("counts a technique under each of its tactics, and once in all", () => {
    const attack: Framework = {
      id: "attack",
      title: "ATT&CK",
      tactics: [
        { id: "TA1", title: "Access" },
        { id: "TA2", title: "Credentials" },
      ],
      items: [
        { id: "T1", title: "Accounts", tactics: ["TA1", "TA2"] },
        { id: "T1.001", title: "Cloud accounts", tactics: ["TA1"] },
        { id: "T2", title: "Guessing", tactics: ["TA2"] },
      ],
    };
    const matrix = attackMatrix(attack, questionnaire, claims({ "second-factor": "met", yearly: "not-met" }));
    expect(matrix.all).toMatchObject({ total: 3, touched: 2, mitigated: 1, open: 1, partly: 0 });
    expect(
      matrix.tactics.map(({ total, techniques, untouched }) => [
        total,
        techniques.map(({ id, state }) => [id, state]),
        untouched,
      ]),
    ).toEqual([
      [
        2,
        [
          ["T1", "mitigated"],
          ["T1.001", "open"],
        ],
        [],
      ],
      [2, [["T1", "mitigated"]], ["T2"]],
    ]);
    expect(matrix.tactics[0]?.techniques[1]?.parent).toEqual({ id: "T1", title: "Accounts" });
  });
});

function view(id: string) {
  const found = FRAMEWORK_VIEWS.find((each) => each.id === id);
  if (!found) throw new Error(`no view ${id}`);
  return found;
}
