import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SMALL_QUESTIONNAIRE } from "../../../tests/support/small-questionnaire";
import { type Catalogue, parseAssessmentFile } from "./parse-assessment-file";
import { type AssessmentFile, assessmentJsonSchema, type FileAnswer } from "./schema";
import { readTarget } from "./target";
import { toClaims } from "./to-claims";
import { writeAssessmentFile } from "./write-assessment-file";

const CATALOGUE: Catalogue = { known: [{ id: "small", versions: ["1.0.0"] }], load: () => SMALL_QUESTIONNAIRE };
const CRITERIA = SMALL_QUESTIONNAIRE.pillars.flatMap((pillar) =>
  pillar.topics.flatMap((topic) => topic.criteria.map(({ id }) => id)),
);

const words = fc
  .string({ minLength: 1, maxLength: 40, unit: "grapheme" })
  .filter((text) => text.trim() === text && text !== "");
const day = fc.constantFrom("2024-02-29", "2026-01-01", "2026-06-15");
const later = fc.constantFrom("2026-06-15", "2027-12-31");
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const status: fc.Arbitrary<Omit<FileAnswer, "criterion">> = fc.oneof(
  fc.constantFrom({ status: "met" as const }, { status: "not-met" as const }, { status: "unknown" as const }),
  fc.double({ min: 0.01, max: 0.99, noNaN: true }).map((coverage) => ({ status: "partly" as const, coverage })),
  fc.integer({ min: 1, max: 99 }).map((count) => ({ status: "partly" as const, count, population: 100 })),
  fc.record({ status: fc.constant("not-applicable" as const), reason: words, accepted: optional(fc.boolean()) }),
);
const evidence = fc.record(
  {
    verdict: fc.constantFrom("supports" as const, "contradicts" as const),
    title: words,
    source: words,
    expires: later,
    date: day,
    coverage: fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0), // JSON has no −0
    kind: fc.constantFrom("file" as const, "link" as const, "attestation" as const, "scan" as const),
    link: fc.webUrl(),
    owner: words,
    method: fc.constantFrom("examine" as const, "interview" as const, "test" as const),
    sampled: fc.integer({ min: 1, max: 9 }),
    population: fc.integer({ min: 10, max: 99 }),
    sampledFrom: words,
    file: fc.record({ sha256: fc.constant("a0".repeat(32)), size: fc.integer({ min: 1, max: 9 }), name: words }),
    accepted: fc.boolean(),
    dismissed: fc.oneof(fc.boolean(), words),
  },
  { requiredKeys: ["verdict", "title", "date"] },
);
const answers: fc.Arbitrary<FileAnswer[]> = fc.uniqueArray(fc.constantFrom(...CRITERIA)).chain((criteria) =>
  fc.tuple(
    ...criteria.map((criterion) =>
      fc
        .tuple(
          status,
          fc.record(
            {
              evidence: fc.array(evidence, { maxLength: 3 }),
              note: fc.string(),
              exception: fc.record(
                { risk: words, owner: words, reason: words, expires: later },
                { requiredKeys: ["owner", "reason", "expires"] },
              ),
            },
            { requiredKeys: [] },
          ),
        )
        .map(([given, more]): FileAnswer => ({ ...more, ...given, criterion })),
    ),
  ),
);
const arbitraryFile: fc.Arbitrary<AssessmentFile> = fc.record(
  {
    answers,
    target: fc.constantFrom<AssessmentFile["target"]>(
      2.5,
      "advanced",
      { identity: 3, date: "2027-01-01" },
      {
        pillars: { identity: 3, network: 2 },
        reasons: { network: "Plants stay flat until 2029.", identity: "Insurer" },
      },
    ),
    profile: fc.constantFrom<AssessmentFile["profile"]>(
      {},
      { offices: true },
      { offices: false, people: 1200, "remote-share": 0.4, industry: "Insurance", "cloud-providers": ["azure", "aws"] },
    ),
    organization: words,
    questionnaire: fc.constant({ version: "1.0.0", id: "small" }),
    format: fc.constant("plumbline.assessment/1"),
  },
  { requiredKeys: ["format", "questionnaire", "answers"] },
);

const withoutUndefined = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("writeAssessmentFile", () => {
  it("writes what parseAssessmentFile reads back to an equal value, and the same bytes again", () => {
    fc.assert(
      fc.property(arbitraryFile, (file) => {
        const text = writeAssessmentFile(file);
        const result = parseAssessmentFile(new TextEncoder().encode(text), CATALOGUE);
        expect(result.ok ? [] : result.problems).toEqual([]);
        if (!result.ok) return;
        expect(withoutUndefined(result.file)).toEqual(withoutUndefined(file));
        expect(writeAssessmentFile(result.file)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it("orders keys by the schema, whatever their order was", () => {
    const text = writeAssessmentFile({
      answers: [{ status: "met", criterion: "identity.sign-in.no-legacy" }],
      questionnaire: "small@1.0.0",
      format: "plumbline.assessment/1",
    });
    expect(text).toBe(`{
  "format": "plumbline.assessment/1",
  "questionnaire": "small@1.0.0",
  "answers": [
    {
      "criterion": "identity.sign-in.no-legacy",
      "status": "met"
    }
  ]
}
`);
  });
});

describe("toClaims", () => {
  it("takes coverage from the count, acceptance as written, and a reason for dismissal as dismissed", () => {
    const claims = toClaims(
      {
        format: "plumbline.assessment/1",
        questionnaire: "small@1.0.0",
        answers: [
          {
            criterion: "a",
            status: "partly",
            coverage: 0.78,
            count: 412,
            population: 530,
            evidence: [
              { title: "scan", date: "2026-05-01", verdict: "contradicts", dismissed: "test system", accepted: true },
              { title: "list", date: "2026-05-01", verdict: "supports", dismissed: false },
            ],
          },
          { criterion: "b", status: "not-applicable", reason: "no such thing" },
        ],
      },
      "2026-06-15",
    );
    expect(claims.answers.get("a")).toEqual({ status: "partly", coverage: 412 / 530, count: 412, population: 530 });
    expect(claims.answers.get("b")).toEqual({ status: "not-applicable", reason: "no such thing", accepted: false });
    expect(claims.evidence.map(({ accepted, dismissed }) => [accepted, dismissed])).toEqual([
      [true, true],
      [false, false],
    ]);
    expect(claims).toMatchObject({ profile: {}, asOf: "2026-06-15" });
  });
});

describe("readTarget", () => {
  it.each([
    [undefined, { pillars: {} }],
    [2.5, { overall: 2.5, pillars: {} }],
    ["advanced", { overall: "advanced", pillars: {} }],
    [{ stage: "optimal" }, { overall: "optimal", pillars: {} }],
    [
      { identity: 3, date: "2027-01-01" },
      { pillars: { identity: 3 }, date: "2027-01-01" },
    ],
    [
      { identity: 3, reasons: { identity: "The insurer asks for it." } },
      { pillars: { identity: 3 }, reasons: { identity: "The insurer asks for it." } },
    ],
    [
      { overall: 2, pillars: { identity: "optimal" } },
      { overall: 2, pillars: { identity: "optimal" } },
    ],
  ])("%j", (target, expected) => {
    expect(readTarget(target)).toEqual(expected);
  });
});

describe("the published JSON Schema", () => {
  it('is that of the code ("plumbline schema" writes it)', () => {
    const published: unknown = JSON.parse(readFileSync("public/schemas/plumbline.assessment-1.json", "utf8"));
    expect(published).toEqual(withoutUndefined(assessmentJsonSchema()));
  });
});
