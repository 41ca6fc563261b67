import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer } from "../scoring/types";
import type { EvidenceView, ExceptionView } from "../walk/evidence-view";
import type { OutlinePillar } from "../walk/outline";
import type { Finding } from "./finding";
import { pillarStandings } from "./pillar-standing";
import { markPrint } from "./print";
import type { Question } from "./question";
import { isJump, REVIEW_KINDS, type ReviewInput, type ReviewItem, reviewQueue } from "./review-queue";
import { approvalObstacles, remainsWords } from "./review-words";

const IDS = ["identity.a.one", "identity.a.two", "network.b.three", "network.b.four"] as const;
const [ONE, TWO, THREE, FOUR] = IDS;
const AS_OF = "2026-11-28";

const topic = (id: string, criteria: readonly string[], condition?: string) => ({
  ...{ id, title: id, short: id, weight: 1, gate: false, principles: [] },
  ...(condition ? { condition } : {}),
  criteria: criteria.map((criterion) => ({ id: criterion, stage: "advanced", weight: 1 })),
});
const PILLARS: readonly OutlinePillar[] = [
  { id: "identity", title: "Identity", weight: 1, topics: [topic("identity.a", [ONE, TWO])] },
  { id: "network", title: "Network", weight: 1, topics: [topic("network.b", [THREE, FOUR], "on-premises")] },
];

const evidence = (criterion: string, more: Partial<EvidenceView> = {}): EvidenceView => ({
  ...{ id: `e-${criterion}`, criterion, title: "Report", date: "2026-10-01", verdict: "supports" },
  ...{ accepted: true, addedBy: "them", kind: "attestation", addedOn: "2026-10-01" },
  ...more,
});
const exception = (criterion: string, more: Partial<ExceptionView> = {}): ExceptionView => ({
  ...{ criterion, owner: "CIO", reason: "plant", risk: "", expires: "2027-06-30", createdBy: "them", createdAt: 1 },
  ...more,
});
const finding = (criterion: string, status: Finding["status"]): Finding => ({
  ...{ criterion, status, method: "test", sample: "", note: "", madeBy: "reviewer", madeAt: 1 },
});
const question = (criterion: string, more: Partial<Question> = {}): Question => ({
  ...{ id: `q-${criterion}`, criterion, text: "Why?", askedBy: "me", askedAt: 1, settled: false },
  ...more,
});

function input(more: Partial<ReviewInput> = {}): ReviewInput {
  return {
    pillars: PILLARS,
    profile: {},
    asOf: AS_OF,
    answers: new Map(),
    evidence: [],
    exceptions: new Map(),
    findings: [],
    questions: [],
    before: null,
    prints: new Map(IDS.map((id) => [id, { counted: `c-${id}`, seen: `s-${id}` }])),
    signedOff: new Map(),
    marks: new Map(),
    authors: new Map(),
    me: "me",
    selfAcceptance: false,
    ...more,
  };
}
const answers = (given: Readonly<Record<string, Answer>>) => new Map(Object.entries(given));
const told = (items: readonly ReviewItem[]) => items.map(({ kind, criterion }) => `${kind} ${criterion}`);
const MET: Answer = { status: "met" };
const NOT_MET: Answer = { status: "not-met" };

describe("reviewQueue", () => {
  it("is empty where nothing is claimed and nothing waits", () => {
    expect(reviewQueue(input())).toEqual([]);
    expect(reviewQueue(input({ answers: answers({ [ONE]: NOT_MET, [TWO]: { status: "unknown" } }) }))).toEqual([]);
  });

  it("has its parts in the order in which a reviewer meets them", () => {
    const queue = reviewQueue(
      input({
        answers: answers({
          [ONE]: MET,
          [TWO]: { status: "not-applicable", reason: "none", accepted: false },
          [THREE]: MET,
          [FOUR]: MET,
        }),
        evidence: [evidence(ONE, { verdict: "contradicts" }), evidence(FOUR, { accepted: false })],
        exceptions: new Map([
          [TWO, exception(TWO)],
          [THREE, exception(THREE, { expires: AS_OF, acceptedBy: "reviewer" })],
        ]),
        questions: [question(ONE, { reply: "Because." })],
      }),
    );
    expect(told(queue)).toEqual([
      `contradiction ${ONE}`,
      `not-applicable ${TWO}`,
      `evidence ${FOUR}`,
      `no-evidence ${THREE}`,
      `exception ${TWO}`,
      `lapsed ${THREE}`,
      `reply ${ONE}`,
    ]);
  });

  it.each<[string, Partial<ReviewInput>, readonly string[]]>([
    ["a measurement below the claim contradicts", { evidence: [evidence(ONE, { coverage: 0.9 })] }, ["contradiction"]],
    ["one that measures all of it doesn't", { evidence: [evidence(ONE, { coverage: 1, verdict: "contradicts" })] }, []],
    [
      "a finding that differs contradicts",
      { evidence: [evidence(ONE)], findings: [finding(ONE, "not-met")] },
      ["contradiction"],
    ],
    ["a finding that agrees doesn't", { evidence: [evidence(ONE)], findings: [finding(ONE, "met")] }, []],
    ["expired evidence is none", { evidence: [evidence(ONE, { expires: AS_OF })] }, ["no-evidence"]],
    [
      "dismissed evidence is none",
      { evidence: [evidence(ONE, { dismissed: true, accepted: false })] },
      ["no-evidence"],
    ],
    [
      "what waits for acceptance is evidence to accept",
      { evidence: [evidence(ONE, { accepted: false })] },
      ["evidence"],
    ],
    ["from not met to met is a jump", { evidence: [evidence(ONE)], before: answers({ [ONE]: NOT_MET }) }, ["jump"]],
    [
      "what only became known is none",
      { evidence: [evidence(ONE)], before: answers({ [ONE]: { status: "unknown" } }) },
      [],
    ],
    [
      "what differs from the sign-off has changed",
      { evidence: [evidence(ONE)], signedOff: new Map([["identity", { [ONE]: "another", [TWO]: `c-${TWO}` }]]) },
      ["changed"],
    ],
    [
      "what is as it was signed off hasn't",
      { evidence: [evidence(ONE)], signedOff: new Map([["identity", { [ONE]: `c-${ONE}`, [TWO]: `c-${TWO}` }]]) },
      [],
    ],
    [
      "an accepted exception waits for nobody",
      { evidence: [evidence(ONE)], exceptions: new Map([[ONE, exception(ONE, { acceptedBy: "you" })]]) },
      [],
    ],
    ["an open question waits for who answers", { evidence: [evidence(ONE)], questions: [question(ONE)] }, []],
    [
      "a settled one for nobody",
      { evidence: [evidence(ONE)], questions: [question(ONE, { reply: "So.", settled: true })] },
      [],
    ],
  ])("%s", (_, more, kinds) => {
    const queue = reviewQueue(input({ answers: answers({ [ONE]: MET }), ...more }));
    expect(queue.map(({ kind }) => kind)).toEqual(kinds);
  });

  it("shows a claim once, with all its reasons, until it is let stand or another reason comes up", () => {
    const given = {
      answers: answers({ [ONE]: MET }),
      before: answers({ [ONE]: NOT_MET }),
      findings: [finding(ONE, "not-met")],
    };
    const [item, ...rest] = reviewQueue(input(given));
    expect(rest).toEqual([]);
    expect(item).toMatchObject({ kind: "contradiction", reasons: ["contradiction", "no-evidence", "jump"] });
    const marks = new Map([[ONE as string, item?.print ?? ""]]);
    expect(reviewQueue(input({ ...given, marks }))).toEqual([]);
    expect(reviewQueue(input({ ...given, findings: [], marks }))).toEqual([]);
    const signedOff = new Map([["identity", { [ONE]: "another", [TWO]: `c-${TWO}` }]]);
    expect(reviewQueue(input({ ...given, marks, signedOff })).map(({ kind }) => kind)).toEqual(["contradiction"]);
    const prints = new Map(IDS.map((id) => [id as string, { counted: id, seen: "another" }]));
    expect(reviewQueue(input({ ...given, marks, prints }))).toHaveLength(1);
  });

  it("says what needs another reviewer", () => {
    const authors = new Map([[ONE as string, ["me"]]]);
    const given = {
      answers: answers({ [ONE]: MET, [TWO]: MET }),
      evidence: [evidence(TWO, { addedBy: "me", accepted: false })],
      authors,
    };
    const own = (more: Partial<ReviewInput>) =>
      reviewQueue(input({ ...given, ...more })).map(({ kind, own: mine }) => [kind, mine]);
    expect(own({})).toEqual([
      ["evidence", true],
      ["no-evidence", true],
    ]);
    expect(own({ selfAcceptance: true })).toEqual([
      ["evidence", false],
      ["no-evidence", false],
    ]);
    expect(own({ me: "you" }).every(([, mine]) => mine === false)).toBe(true);
  });

  it("leaves out what is out of scope", () => {
    const given = { answers: answers({ [THREE]: MET }), exceptions: new Map([[FOUR as string, exception(FOUR)]]) };
    expect(reviewQueue(input(given))).toHaveLength(2);
    expect(reviewQueue(input({ ...given, profile: { "on-premises": false } }))).toEqual([]);
  });

  const anyAnswer = fc.constantFrom<Answer>(
    MET,
    NOT_MET,
    { status: "unknown" },
    { status: "partly", coverage: 0.4 },
    { status: "not-applicable", reason: "none", accepted: false },
    { status: "not-applicable", reason: "none", accepted: true },
  );
  const anyInput = fc
    .record({
      answers: fc.dictionary(fc.constantFrom(...IDS), anyAnswer),
      before: fc.option(fc.dictionary(fc.constantFrom(...IDS), anyAnswer)),
      evidence: fc.array(
        fc.record({
          criterion: fc.constantFrom(...IDS),
          accepted: fc.boolean(),
          verdict: fc.constantFrom("supports" as const, "contradicts" as const),
          day: fc.constantFrom("2026-01-01", "2026-11-01"),
        }),
      ),
      found: fc.subarray([...IDS]),
      signed: fc.subarray(["identity", "network"]),
    })
    .map(({ answers: given, before, evidence: pieces, found, signed }) =>
      input({
        answers: answers(given),
        before: before && answers(before),
        evidence: pieces.map(({ criterion, accepted, verdict, day }, index) =>
          evidence(criterion, { id: `e${index}`, accepted, verdict, date: day }),
        ),
        findings: found.map((id) => finding(id, "not-met")),
        signedOff: new Map(signed.map((pillar) => [pillar, { [ONE]: "x", [THREE]: `c-${THREE}` }])),
      }),
    );

  it("has every key once, is sorted, and is worked off to nothing by letting claims stand", () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const queue = reviewQueue(given);
        expect(new Set(queue.map(({ key }) => key)).size).toBe(queue.length);
        const ranks = queue.map(({ kind }) => REVIEW_KINDS.indexOf(kind));
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
        const claims = queue.filter(({ print }) => print !== undefined);
        const marks = new Map(claims.map(({ criterion, print }) => [criterion, print ?? ""]));
        expect(reviewQueue({ ...given, marks })).toEqual(queue.filter(({ print }) => print === undefined));
        for (const item of claims) expect(item.print).toBe(markPrint(`s-${item.criterion}`, item.reasons));
      }),
    );
  });

  it("doesn't hang on the order of what it is given, and counts what it holds by pillar", () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const turned = { ...given, evidence: [...given.evidence].reverse(), findings: [...given.findings].reverse() };
        const keys = (items: readonly ReviewItem[]) => items.map(({ key }) => key).sort();
        expect(keys(reviewQueue(turned))).toEqual(keys(reviewQueue(given)));
        const queue = reviewQueue(given);
        const standings = pillarStandings(given, { reviews: new Map(), queue, confirmed: () => true });
        const counted = standings.flatMap(({ remains }) => Object.values(remains.queue)).reduce((a, b) => a + b, 0);
        expect(counted).toBe(queue.length);
      }),
    );
  });
});

describe("isJump", () => {
  it.each<[Answer | null, Answer | null, boolean]>([
    [NOT_MET, { status: "partly", coverage: 0.5 }, true],
    [NOT_MET, { status: "partly", coverage: 0.49 }, false],
    [{ status: "partly", coverage: 0.2 }, { status: "partly", coverage: 0.7 }, true],
    [MET, NOT_MET, true],
    [null, MET, false],
    [MET, { status: "not-applicable", reason: "none", accepted: true }, false],
  ])("%j to %j: %s", (before, now, jumps) => {
    expect(isJump(before, now)).toBe(jumps);
  });
});

describe("pillarStandings", () => {
  const signed = (basis: Readonly<Record<string, string>>) => ({
    given: input({ answers: answers({ [ONE]: MET }), signedOff: new Map([["identity", basis]]) }),
    reviews: new Map([
      ["identity", { pillar: "identity", sentBy: "them", sentAt: 1, signed: { by: "me", at: 2, self: false } }],
      ["network", { pillar: "network", sentBy: "them", sentAt: 1 }],
    ]),
  });
  const standing = ({ given, reviews }: ReturnType<typeof signed>, confirmed = true) =>
    pillarStandings(given, { reviews, queue: reviewQueue(given), confirmed: () => confirmed });

  it("tells in progress, in review, signed off and reopened apart", () => {
    const whole = { [ONE]: `c-${ONE}`, [TWO]: `c-${TWO}` };
    expect(standing(signed(whole)).map(({ state }) => state)).toEqual(["signed-off", "in-review"]);
    const [reopened] = standing(signed({ ...whole, [TWO]: "before" }));
    expect(reopened).toMatchObject({ state: "reopened", changed: [TWO] });
    // A criterion that left the scope, or came into it, is a change as well.
    expect(standing(signed({ ...whole, "identity.gone.five": "x" }))[0]?.changed).toEqual(["identity.gone.five"]);
    const none = pillarStandings(input(), { reviews: new Map(), queue: [], confirmed: () => true });
    expect(none.map(({ state }) => state)).toEqual(["in-progress", "in-progress"]);
  });

  it("leaves out a pillar that is out of scope", () => {
    const given = input({ profile: { "on-premises": false } });
    const none = pillarStandings(given, { reviews: new Map(), queue: [], confirmed: () => true });
    expect(none.map(({ pillar }) => pillar)).toEqual(["identity"]);
  });

  it("says what remains", () => {
    const [identity] = standing(signed({}), false);
    expect(identity && remainsWords(identity.remains)).toEqual([
      "1 criterion unanswered",
      "1 answer not confirmed in this round",
      "1 claim without evidence",
      "1 change since the last sign-off",
    ]);
  });

  it("keeps from approving what isn't signed off as it stands, and one's own", () => {
    const whole = { [ONE]: `c-${ONE}`, [TWO]: `c-${TWO}` };
    const ready = standing(signed(whole)).filter(({ pillar }) => pillar === "identity");
    expect(approvalObstacles(ready, { selfAcceptance: false })).toEqual([]);
    expect(approvalObstacles(standing(signed(whole)), { selfAcceptance: false })).toEqual([
      "Not signed off yet: Network.",
    ]);
    const changed = standing(signed({ ...whole, [ONE]: "before" })).slice(0, 1);
    expect(approvalObstacles(changed, { selfAcceptance: false })).toEqual(["Changed since the sign-off: Identity."]);
    const mine = ready.map((one) => ({ ...one, own: 1 }));
    expect(approvalObstacles(mine, { selfAcceptance: false })).toHaveLength(1);
    expect(approvalObstacles(mine, { selfAcceptance: true })).toEqual([]);
    expect(approvalObstacles([], { selfAcceptance: true })).toHaveLength(1);
  });
});
