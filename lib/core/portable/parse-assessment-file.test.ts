import { describe, expect, it } from "vitest";
import { SMALL_QUESTIONNAIRE } from "../../../tests/support/small-questionnaire";
import { type Catalogue, MAX_FILE_BYTES, parseAssessmentFile } from "./parse-assessment-file";

const CATALOGUE: Catalogue = { known: [{ id: "small", versions: ["1.0.0"] }], load: () => SMALL_QUESTIONNAIRE };

const SECOND_FACTOR = "identity.sign-in.second-factor";
const NO_LEGACY = "identity.sign-in.no-legacy";

const file = (parts: Record<string, unknown> = {}) => ({
  format: "plumbline.assessment/1",
  questionnaire: { id: "small", version: "1.0.0" },
  answers: [],
  ...parts,
});
const answer = (parts: Record<string, unknown>) => file({ answers: [{ criterion: SECOND_FACTOR, ...parts }] });
const evidence = (parts: Record<string, unknown>) =>
  answer({ status: "met", evidence: [{ title: "export", date: "2026-05-01", verdict: "supports", ...parts }] });

const encode = (text: string) => new TextEncoder().encode(text);
const parse = (value: unknown) => parseAssessmentFile(encode(JSON.stringify(value)), CATALOGUE);
const problemsIn = (bytes: Uint8Array) => {
  const result = parseAssessmentFile(bytes, CATALOGUE);
  return result.ok ? [] : result.problems.map(({ path, message }) => `${path}: ${message}`);
};

describe("parseAssessmentFile: bytes", () => {
  it("reads a file with a byte order mark", () => {
    expect(problemsIn(encode(`\ufeff${JSON.stringify(file())}`))).toEqual([]);
  });

  it.each([
    ["nothing", new Uint8Array(), "$: the file is empty"],
    [
      "a PDF",
      Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0xe2, 0xe3, 0xcf, 0xd3),
      /^\$: the file is not UTF-8 text but binary/,
    ],
    ["UTF-16", Uint8Array.of(0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00), /^\$: the file is not UTF-8 text but binary/],
    ["zeros", new Uint8Array(64), /^\$: the file is binary/],
    [
      "a broken line",
      encode('{\n  "format": "plumbline.assessment/1",\n  oops\n}'),
      /^\$: the file is not JSON: .* \(line 3, column 3\)$/,
    ],
    ["half a file", encode('{"format": '), /^\$: the file is not JSON: /],
    ["CSV", encode("criterion,status\na,met\n"), /^\$: the file is not JSON: Unexpected token/],
    ["a list", encode("[]"), /^\$: must be an object with "format"/],
    ["null", encode("null"), /^\$: must be an object with "format"/],
  ])("refuses %s with one message", (_, bytes, expected) => {
    expect(problemsIn(bytes)).toEqual([typeof expected === "string" ? expected : expect.stringMatching(expected)]);
  });

  it("refuses a large file before reading it", () => {
    const bytes = new Uint8Array(50 * 1024 * 1024);
    expect(problemsIn(bytes)).toEqual(["$: the file has 50 MB; at most 20 MB are read"]);
    expect(MAX_FILE_BYTES).toBe(20 * 1024 * 1024);
  });

  it("never throws, whatever is nested how deep", () => {
    expect(problemsIn(encode("[".repeat(200_000)))).toHaveLength(1);
    expect(problemsIn(encode(`${"[".repeat(5000)}${"]".repeat(5000)}`))).toHaveLength(1);
    expect(problemsIn(encode('{"__proto__": {"format": "plumbline.assessment/1"}}')).length).toBeGreaterThan(0);
  });
});

describe("parseAssessmentFile: problems", () => {
  const cases: readonly (readonly [name: string, value: unknown, problems: readonly (string | RegExp)[]])[] = [
    [
      "another format",
      file({ format: "plumbline.assessment/2", answers: 7 }),
      ['$.format: must be "plumbline.assessment/1", not "plumbline.assessment/2"'],
    ],
    ["no format", { answers: [] }, ["$.format: is missing"]],
    ["no answers", file({ answers: undefined }), ["$.answers: is missing"]],
    ["answers that are no list", file({ answers: {} }), ["$.answers: must be a list, not an object"]],
    [
      "an unknown questionnaire",
      file({ questionnaire: { id: "other", version: "1.0.0" } }),
      ['$.questionnaire.id: no questionnaire is called "other"; known: small'],
    ],
    [
      "an unknown version",
      file({ questionnaire: { id: "small", version: "9.0.0" } }),
      ['$.questionnaire.version: small has no version "9.0.0"; known: 1.0.0'],
    ],
    ["no version", file({ questionnaire: { id: "small" } }), ["$.questionnaire.version: is missing"]],
    ["an id alone", file({ questionnaire: "small" }), ["$.version: is missing; versions of small: 1.0.0"]],
    [
      "two versions",
      file({ version: "2.0.0" }),
      ["$.version: says something else than $.questionnaire.version, 1.0.0"],
    ],
    ["an unknown key", file({ colour: "red" }), ["$.colour: no such key is known here"]],
    [
      "an unknown key of an answer",
      answer({ status: "met", statsu: "met" }),
      ["$.answers[0].statsu: no such key is known here"],
    ],
    [
      "an unknown fact",
      file({ profile: { office: false } }),
      [
        "$.profile.office: small 1.0.0 has no such fact; known: offices, people, devices, applications, servers, industry, cloud-providers, remote-share, regulated-data",
      ],
    ],
    [
      "values that organization data doesn't take",
      file({
        profile: { people: 0, "remote-share": 40, "cloud-providers": ["aws", "moon", "aws"], "regulated-data": 3 },
      }),
      [
        "$.profile.people: must be 1 or more, not 0",
        "$.profile.remote-share: must be 1 or less, not 40",
        '$.profile.cloud-providers[1]: must be "aws" or "azure" or "google-cloud" or "oracle-cloud" or "ibm-cloud" or "alibaba-cloud" or "other", not "moon"',
        "$.profile.regulated-data: must be a list, not 3",
      ],
    ],
    [
      "a fact that is neither true nor false",
      file({ profile: { offices: "no" } }),
      ['$.profile.offices: must be true or false, not "no"'],
    ],
    [
      "an unknown criterion",
      file({ answers: [{ criterion: "identity.sign-in.nothing", status: "met" }] }),
      ['$.answers[0].criterion: small 1.0.0 has no criterion "identity.sign-in.nothing"'],
    ],
    [
      "a criterion answered twice",
      file({ answers: [NO_LEGACY, SECOND_FACTOR, NO_LEGACY].map((criterion) => ({ criterion, status: "met" })) }),
      [`$.answers[2].criterion: "${NO_LEGACY}" is answered before, at $.answers[0]`],
    ],
    [
      "an unknown status",
      answer({ status: "yes" }),
      [/^\$\.answers\[0\]\.status: must be "met" or "partly" or .*, not "yes"$/],
    ],
    ["no status", answer({}), ["$.answers[0].status: is missing"]],
    [
      "partly without coverage",
      answer({ status: "partly" }),
      ['$.answers[0].coverage: is missing; "partly" needs a coverage, or a count and a population'],
    ],
    [
      "coverage above 1",
      answer({ status: "partly", coverage: 1.4 }),
      ["$.answers[0].coverage: must be 1 or less, not 1.4"],
    ],
    [
      "coverage in percent",
      answer({ status: "partly", coverage: 80 }),
      ["$.answers[0].coverage: must be 1 or less, not 80"],
    ],
    [
      "negative coverage",
      answer({ status: "partly", coverage: -0.1 }),
      ["$.answers[0].coverage: must be 0 or more, not -0.1"],
    ],
    [
      "coverage as text",
      answer({ status: "partly", coverage: "0.5" }),
      ['$.answers[0].coverage: must be a number, not "0.5"'],
    ],
    [
      "partly of nothing",
      answer({ status: "partly", coverage: 0 }),
      ['$.answers[0].coverage: nothing is covered: answer "not-met"'],
    ],
    [
      "partly of all",
      answer({ status: "partly", count: 5, population: 5 }),
      ['$.answers[0].count: all is covered: answer "met"'],
    ],
    [
      "a count without a population",
      answer({ status: "partly", count: 5 }),
      ["$.answers[0].population: is missing; a count needs one"],
    ],
    [
      "a population without a count",
      answer({ status: "partly", population: 5, coverage: 0.5 }),
      ["$.answers[0].count: is missing; a population needs one"],
    ],
    [
      "more than the population",
      answer({ status: "partly", count: 6, population: 5 }),
      ["$.answers[0].count: 6 is more than the population, 5"],
    ],
    [
      "half a device",
      answer({ status: "partly", count: 1.5, population: 5 }),
      ["$.answers[0].count: must be a whole number, not 1.5"],
    ],
    [
      "a population of 0",
      answer({ status: "partly", count: 0, population: 0 }),
      ["$.answers[0].population: must be 1 or more, not 0"],
    ],
    [
      "coverage and count that disagree",
      answer({ status: "partly", coverage: 0.5, count: 412, population: 530 }),
      ["$.answers[0].coverage: 0.5 doesn't agree with 412 of 530, which is 0.7774"],
    ],
    [
      "met with half",
      answer({ status: "met", coverage: 0.5 }),
      ['$.answers[0].coverage: an answer of "met" covers 1, not 0.5: answer "partly"'],
    ],
    [
      "unknown with a coverage",
      answer({ status: "unknown", coverage: 0.5 }),
      ['$.answers[0].coverage: an answer of "unknown" has no coverage'],
    ],
    [
      "not applicable without a reason",
      answer({ status: "not-applicable" }),
      ['$.answers[0].reason: is missing; "not-applicable" needs one'],
    ],
    ["an empty reason", answer({ status: "not-applicable", reason: "  " }), ["$.answers[0].reason: must not be empty"]],
    [
      "a day that doesn't exist",
      evidence({ date: "2026-02-30" }),
      ['$.answers[0].evidence[0].date: must be a day that exists, written YYYY-MM-DD, not "2026-02-30"'],
    ],
    [
      "a day of another form",
      evidence({ date: "1.5.2026" }),
      ['$.answers[0].evidence[0].date: must be a day that exists, written YYYY-MM-DD, not "1.5.2026"'],
    ],
    [
      "expiry before the date",
      evidence({ expires: "2026-04-30" }),
      ["$.answers[0].evidence[0].expires: 2026-04-30 is before its date, 2026-05-01"],
    ],
    [
      "a verdict of another kind",
      evidence({ verdict: "maybe" }),
      ['$.answers[0].evidence[0].verdict: must be "supports" or "contradicts", not "maybe"'],
    ],
    [
      "a measurement above 1",
      evidence({ coverage: 2 }),
      ["$.answers[0].evidence[0].coverage: must be 1 or less, not 2"],
    ],
    [
      "an exception without an owner",
      answer({ status: "not-met", exception: { reason: "old plant", expires: "2027-01-01" } }),
      ["$.answers[0].exception.owner: is missing"],
    ],
    [
      "a target below the scale",
      file({ target: 0 }),
      ["$.target: must be a level from 1 to 3 or a stage: traditional, advanced, optimal"],
    ],
    [
      "a target of an unknown pillar",
      file({ target: { devices: 2 } }),
      ['$.target.devices: no pillar is called "devices"; known: identity, network'],
    ],
    [
      "a target of an unknown stage",
      file({ target: { pillars: { network: "best" } } }),
      ["$.target.pillars.network: must be a level from 1 to 3 or a stage: traditional, advanced, optimal"],
    ],
    [
      "a target on no day",
      file({ target: { overall: 2, date: "2026-13-01" } }),
      ["$.target.date: must be a day that exists, written YYYY-MM-DD"],
    ],
    [
      "a reason for the target of an unknown pillar",
      file({ target: { identity: 2, reasons: { devices: "The fleet is old." } } }),
      ['$.target.reasons.devices: no pillar is called "devices"; known: identity, network'],
    ],
    [
      "a reason that is no text",
      file({ target: { identity: 2, reasons: { identity: 7 } } }),
      ["$.target.reasons.identity: must be text, not 7"],
    ],
  ];

  it.each(cases)("%s", (_, value, expected) => {
    const problems = problemsIn(encode(JSON.stringify(value)));
    expect(problems).toEqual(expected.map((each) => (typeof each === "string" ? each : expect.stringMatching(each))));
  });

  it("tells all problems of a file, in its order", () => {
    const answers = [
      { criterion: SECOND_FACTOR, status: "partly" },
      { criterion: "nothing", status: "partly", coverage: 2 },
      { criterion: SECOND_FACTOR, status: "not-applicable" },
    ];
    const places = (value: unknown) => problemsIn(encode(JSON.stringify(value))).map((line) => line.split(":")[0]);
    expect(places(file({ profile: { moon: true }, answers }))).toEqual([
      "$.profile.moon",
      "$.answers[0].coverage",
      "$.answers[1].criterion",
      "$.answers[1].coverage",
      "$.answers[2].criterion",
      "$.answers[2].reason",
    ]);
  });

  it("stops counting aloud after a hundred", () => {
    const answers = Array.from({ length: 250 }, (_, index) => ({ criterion: `none.none.${index}`, status: "met" }));
    const problems = problemsIn(encode(JSON.stringify(file({ answers }))));
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)).toBe("$: and 150 more problems");
  });

  it("keeps control characters of a file out of its messages", () => {
    const problems = problemsIn(
      encode(JSON.stringify(file({ answers: [{ criterion: "\u001b[31mred\u0007", status: "met" }] }))),
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(problems.join("\n")).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });
});

describe("parseAssessmentFile: what it takes", () => {
  it.each([
    ["an id with the version beside it", { questionnaire: "small", version: "1.0.0" }],
    ["an id with the version behind it", { questionnaire: "small@1.0.0" }],
    ["an organization by name", { organization: "Northwind Mutual (sample)" }],
    ["an organization as an object", { organization: { name: "Northwind Mutual (sample)" } }],
    ["a level as target", { target: 2.5 }],
    ["a stage as target", { target: "advanced" }],
    ["targets by pillar", { target: { identity: "optimal", network: 2, date: "2027-06-30" } }],
    [
      "targets with their reasons",
      {
        target: {
          identity: 3,
          reasons: { identity: "The insurer asks for it, and we have the people. ".repeat(5).trim() },
        },
      },
    ],
    ["targets below pillars", { target: { overall: 2.5, pillars: { identity: 3 } } }],
  ])("%s", (_, parts) => {
    expect(parse(file(parts))).toMatchObject({ ok: true, file: parts });
  });

  it.each([
    ["a rounded coverage beside its count", { status: "partly", coverage: 0.78, count: 412, population: 530 }],
    ["met with the full count", { status: "met", count: 530, population: 530 }],
    [
      "evidence dismissed with a reason",
      {
        status: "met",
        evidence: [{ title: "scan", date: "2026-05-01", verdict: "contradicts", dismissed: "test system" }],
      },
    ],
    ["an answer out of scope", { criterion: "network.segments.zones", status: "met" }],
  ])("%s", (_, parts) => {
    expect(parse({ ...answer(parts), profile: { offices: false } })).toMatchObject({ ok: true });
  });
});
