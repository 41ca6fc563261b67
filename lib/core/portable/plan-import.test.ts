import { describe, expect, it } from "vitest";
import { SMALL_QUESTIONNAIRE } from "../../../tests/support/small-questionnaire";
import type { Evidence } from "../scoring/types";
import { type ImportBase, isEmptyPlan, planImport } from "./plan-import";
import { ASSESSMENT_FORMAT, type AssessmentFile, type FileAnswer } from "./schema";

const MFA = "identity.sign-in.second-factor";
const LEGACY = "identity.sign-in.no-legacy";

const EMPTY: ImportBase = {
  questionnaire: SMALL_QUESTIONNAIRE,
  answers: new Map(),
  evidence: [],
  exceptions: new Map(),
  profile: {},
  organization: {},
  target: { pillars: {} },
  mayAcceptOwn: false,
};

const fileOf = (answers: FileAnswer[], rest: Partial<AssessmentFile> = {}): AssessmentFile => ({
  format: ASSESSMENT_FORMAT,
  questionnaire: { id: "small", version: "1.0.0" },
  answers,
  ...rest,
});

const holding = (
  rows: Record<string, { answer?: FileAnswer["status"]; note?: string; version?: number }>,
): ImportBase => ({
  ...EMPTY,
  answers: new Map(
    Object.entries(rows).map(([criterion, { answer, note = "", version = 1 }]) => [
      criterion,
      {
        answer:
          answer === undefined || answer === "partly"
            ? undefined
            : answer === "not-applicable"
              ? { status: answer, reason: "None here", accepted: true }
              : { status: answer },
        note,
        version,
      },
    ]),
  ),
});

describe("planImport: answers", () => {
  it("tells new, changed and unchanged apart, each on the version that stands", () => {
    const base = holding({ [MFA]: { answer: "met", version: 4 }, [LEGACY]: { answer: "not-met" } });
    const plan = planImport(
      base,
      fileOf([
        { criterion: MFA, status: "partly", count: 3, population: 4 },
        { criterion: LEGACY, status: "not-met" },
        { criterion: "identity.reviews.yearly", status: "met" },
      ]),
    );
    expect(plan.unchanged).toBe(1);
    expect(plan.answers).toMatchObject([
      {
        criterion: MFA,
        kind: "changed",
        base: 4,
        before: { status: "met" },
        after: { status: "partly", coverage: 0.75, count: 3, population: 4 },
      },
      { criterion: "identity.reviews.yearly", kind: "new", base: 0, before: undefined, after: { status: "met" } },
    ]);
  });

  it("takes unknown for unanswered where only a note stands", () => {
    const base = holding({ [MFA]: { note: "ask" } });
    expect(isEmptyPlan(planImport(base, fileOf([{ criterion: MFA, status: "unknown", note: "ask" }])))).toBe(true);
  });

  it("makes an explicit unknown of what was never answered", () => {
    expect(planImport(EMPTY, fileOf([{ criterion: MFA, status: "unknown" }])).answers).toMatchObject([{ kind: "new" }]);
  });

  it("keeps a note that the file doesn't name, and replaces one that it does", () => {
    const base = holding({ [MFA]: { answer: "met", note: "mine" }, [LEGACY]: { answer: "met", note: "mine" } });
    const plan = planImport(
      base,
      fileOf([
        { criterion: MFA, status: "not-met" },
        { criterion: LEGACY, status: "met", note: "theirs" },
      ]),
    );
    expect(plan.answers).toMatchObject([
      { kind: "changed", noteBefore: "mine", noteAfter: "mine" },
      { kind: "note", after: { status: "met" }, noteBefore: "mine", noteAfter: "theirs" },
    ]);
  });

  it("never brings an acceptance in, and leaves one that stands", () => {
    const given: FileAnswer = { criterion: MFA, status: "not-applicable", reason: "None here", accepted: true };
    const fresh = planImport(EMPTY, fileOf([given]));
    expect(fresh.answers[0]?.after).toEqual({ status: "not-applicable", reason: "None here", accepted: false });
    expect(fresh.reviewsDropped).toBe(1);
    const standing = planImport(holding({ [MFA]: { answer: "not-applicable" } }), fileOf([given]));
    expect(isEmptyPlan(standing)).toBe(true);
    expect(standing.reviewsDropped).toBe(0);
  });

  it("names criteria of another version, and leaves them out", () => {
    const plan = planImport(EMPTY, fileOf([{ criterion: "identity.gone.since", status: "met" }]));
    expect(plan.unknownCriteria).toEqual(["identity.gone.since"]);
    expect(plan.answers).toEqual([]);
  });
});

describe("planImport: evidence and exceptions", () => {
  const scan = { title: "Scan", date: "2026-11-01", verdict: "supports" as const, source: "scanner" };
  const stored: Evidence = { ...scan, criterion: MFA, accepted: true };

  it("adds what isn't there, once for each, never as accepted or dismissed", () => {
    const answer: FileAnswer = {
      criterion: MFA,
      status: "met",
      evidence: [{ ...scan, accepted: true }, scan, { ...scan, coverage: 0.5, dismissed: "old" }],
    };
    const plan = planImport({ ...EMPTY, evidence: [stored] }, fileOf([answer]));
    expect(plan.evidenceThere).toBe(1);
    expect(plan.evidence).toHaveLength(2);
    expect(plan.evidence.every(({ accepted, dismissed }) => !accepted && !dismissed)).toBe(true);
    expect(plan.reviewsDropped).toBe(1);
  });

  it("brings exceptions in only where one may accept one's own", () => {
    const exception = { owner: "CIO", reason: "Plant", expires: "2027-06-30" };
    const file = fileOf([{ criterion: MFA, status: "not-met", exception }]);
    expect(planImport(EMPTY, file)).toMatchObject({ exceptions: [], exceptionsLeftOut: [MFA] });
    const own = { ...EMPTY, mayAcceptOwn: true };
    expect(planImport(own, file).exceptions).toEqual([{ id: MFA, before: undefined, after: exception }]);
    expect(planImport({ ...own, exceptions: new Map([[MFA, exception]]) }, file).exceptions).toEqual([]);
  });
});

describe("planImport: profile and target", () => {
  it("changes only the facts that the file names", () => {
    const plan = planImport({ ...EMPTY, profile: { offices: true } }, fileOf([], { profile: { offices: false } }));
    expect(plan.profile).toEqual([{ id: "offices", before: true, after: false }]);
    expect(planImport({ ...EMPTY, profile: { offices: true } }, fileOf([])).profile).toEqual([]);
  });

  it("reads a stage as the level of its number and the whole as each pillar that isn't named", () => {
    const target = { overall: "advanced", identity: 2.5, date: "2028-12-31" };
    const plan = planImport({ ...EMPTY, target: { pillars: { identity: 2.5 } } }, fileOf([], { target }));
    expect(plan.target).toEqual([{ id: "network", before: undefined, after: 2 }]);
    expect(plan.by).toEqual({ before: undefined, after: "2028-12-31" });
  });

  it("brings in reasons that are new or another, and keeps those that the file doesn't name", () => {
    const reasons = { identity: "The insurer asks for it.", network: "Plants stay flat." };
    const target = { pillars: {}, reasons: { ...reasons, network: "As before." } };
    const plan = planImport({ ...EMPTY, target }, fileOf([], { target: { identity: 2, reasons } }));
    expect(plan.reasons).toEqual([{ id: "network", before: "As before.", after: "Plants stay flat." }]);
    expect(isEmptyPlan({ ...plan, target: [] })).toBe(false);
    expect(planImport({ ...EMPTY, target }, fileOf([], { target: 2 })).reasons).toEqual([]);
  });
});
