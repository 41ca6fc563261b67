import { describe, expect, it } from "vitest";
import type { EvidenceView } from "../walk/evidence-view";
import { describeReview } from "./describe-review";
import { evidencePrint } from "./print";
import { type ReviewInput, reviewQueue } from "./review-queue";

const ID = "identity.a.one";
const EVIDENCE: EvidenceView = {
  ...{ id: "e1", criterion: ID, kind: "scan", title: "Scan", date: "2026-10-01", verdict: "contradicts" },
  ...{ coverage: 0.4, accepted: false, addedBy: "them", addedOn: "2026-10-02" },
};
const INPUT: ReviewInput = {
  pillars: [
    {
      ...{ id: "identity", title: "Identity", weight: 1 },
      topics: [
        {
          ...{ id: "identity.a", title: "Sign-in", short: "Sign-in", weight: 1, gate: false, principles: [] },
          criteria: [{ id: ID, stage: "advanced", weight: 1 }],
        },
      ],
    },
  ],
  profile: {},
  asOf: "2026-11-28",
  answers: new Map([[ID, { status: "met" }]]),
  evidence: [EVIDENCE],
  exceptions: new Map(),
  findings: [{ criterion: ID, status: "met", method: "test", sample: "12 of 530", note: "", madeBy: "r", madeAt: 0 }],
  questions: [],
  before: null,
  prints: new Map([[ID, { counted: "c", seen: "s" }]]),
  signedOff: new Map(),
  marks: new Map(),
  authors: new Map([[ID, ["them"]]]),
  me: "me",
  selfAcceptance: false,
};
const told = (more: Partial<ReviewInput> = {}, rest: object = {}) => {
  const input = { ...INPUT, ...more };
  return describeReview(reviewQueue(input), {
    input,
    statements: new Map([[ID, "All sign in with two factors."]]),
    versions: new Map([[ID, { version: 3, by: "them", at: "2026-11-20" }]]),
    nameOf: (person: string) => `<${person}>`,
    rights: { accept: true, ask: true },
    approved: false,
    home: "/here/assessments/round",
    ...rest,
  });
};

describe("describeReview", () => {
  it("says what stands for and against a claim, and what accepting does", () => {
    const [contradiction, evidence] = told();
    expect(contradiction?.title).toBe("Contradictions");
    expect(contradiction?.rows[0]).toMatchObject({
      statement: "All sign in with two factors.",
      place: "Identity · Sign-in",
      href: "/here/assessments/round/walk/identity/a#one",
      accept: { label: "Let both stand", path: "/review/marks", body: { criterion: ID, print: "s contradiction" } },
      lines: [
        { what: "Claim", text: "Met · <them>, 20 Nov 2026" },
        {
          what: "Evidence",
          text: "Scan · 1 Oct 2026 · measures 40\u00a0% · to be accepted, added by <them>",
          bad: true,
        },
        { what: "Finding", text: "Met · Tested: 12 of 530 · <r>", bad: false },
      ],
    });
    expect(evidence?.rows[0]?.accept).toMatchObject({
      path: "/evidence/e1/review",
      method: "PATCH",
      body: { verdict: "accept", criteria: [ID], print: evidencePrint([EVIDENCE]) },
      undo: { body: { verdict: "reopen", print: evidencePrint([{ ...EVIDENCE, accepted: true }]) } },
    });
  });

  it("says how long a piece would count", () => {
    const [, evidence] = told({ evidence: [{ ...EVIDENCE, expires: "2027-03-01" }] });
    expect(evidence?.rows[0]?.lines[1]?.text).toContain("Scan · 1 Oct 2026 · until 1 Mar 2027 · measures");
  });

  it("gives nothing to accept to who made it, whose role doesn't, or once it is approved", () => {
    const rows = (...given: Parameters<typeof told>) => told(...given).flatMap((part) => part.rows);
    for (const row of rows({ me: "them" })) expect(row).toMatchObject({ accept: null, blocked: expect.any(String) });
    for (const row of rows({}, { rights: { accept: false, ask: false } })) expect(row.accept).toBeNull();
    for (const row of rows({}, { approved: true })) expect(row.accept).toBeNull();
  });
});
