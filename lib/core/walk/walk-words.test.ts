import { describe, expect, it } from "vitest";
import { pickRestNotMet, pickStage } from "../scoring/pick-stage";
import type { Answer } from "../scoring/types";
import { answerBrief, coverageText, pickWords, replaceWords, undoWords } from "./answer-words";
import type { Entry } from "./entry";
import type { EvidenceView } from "./evidence-view";
import { isContradicted, standingOf } from "./evidence-view";
import { levelNoteWords } from "./level-words";
import { momentWords, provenanceWords } from "./provenance-words";

const STAGES = [{ id: "traditional" }, { id: "advanced" }, { id: "optimal" }];
const TOPIC = {
  criteria: ["a", "b", "c"].map((id) => ({ id, stage: "advanced" })).concat({ id: "d", stage: "optimal" }),
};
const COUNTED: Answer = { status: "partly", coverage: 1108 / 1204, count: 1108, population: 1204 };

describe("answers in words", () => {
  it("keeps a count a count, and the digits of a share", () => {
    expect(answerBrief(COUNTED)).toBe("Partly 1,108 of 1,204");
    expect(coverageText(COUNTED)).toBe("1,108/1,204");
    expect(answerBrief({ status: "partly", coverage: 0.92 })).toBe("Partly 92\u00a0%");
    expect(coverageText({ status: "partly", coverage: 0.9333 })).toBe("93.33 %");
  });
});

describe("pickWords", () => {
  const answers = new Map<string, Answer>([
    ["a", { status: "partly", coverage: 0.92 }],
    ["b", { status: "met" }],
  ]);

  it("says what was filled, what was kept and what is left", () => {
    const pick = pickStage(TOPIC, STAGES, answers, "advanced");
    expect(pickWords({ pick, kept: [...answers.values()], stage: 2 })).toBe(
      "Filled 1 as met; kept 2 answers (Partly 92\u00a0%, Met); 1 above unanswered.",
    );
  });

  it("names the one answer that was kept", () => {
    const one = new Map<string, Answer>([["a", { status: "unknown" }]]);
    const pick = pickRestNotMet(TOPIC, one);
    expect(pickWords({ pick, kept: [...one.values()], stage: null })).toBe("Filled 3 as not met; kept Unknown.");
  });

  it("asks before replacing, and says when there is nothing to do", () => {
    expect(replaceWords(1, "met")).toBe("Nothing to fill. Replace 1 answer with met?");
    expect(replaceWords(0, "not-met")).toBe("Nothing to fill: all of it is not met already.");
  });
});

describe("undoWords", () => {
  it.each([
    [{ undone: 1, left: 0, by: [] }, "Undone."],
    [{ undone: 4, left: 0, by: [] }, "Undone: 4 answers."],
    [
      { undone: 1, left: 1, by: ["the reviewer at 14:40"] },
      "1 of 2 undone; the other was changed by the reviewer at 14:40.",
    ],
    [
      { undone: 0, left: 1, by: ["the reviewer at 14:40"] },
      "Not undone: the answer was changed by the reviewer at 14:40.",
    ],
    [{ undone: 2, left: 2, by: [] }, "2 of 4 undone; the other 2 were changed since."],
  ])("%j", (input, words) => {
    expect(undoWords(input)).toBe(words);
  });
});

const entry = (answer: Answer | null, more: Partial<Entry> = {}): Entry => ({
  answer,
  note: "",
  version: 1,
  how: "hand",
  changedBy: "engineer",
  changedAt: "2026-11-20T09:00:00.000Z",
  ...more,
});
const evidence = (more: Partial<EvidenceView> = {}): EvidenceView => ({
  id: "e",
  kind: "attestation",
  addedOn: "2026-11-20",
  criterion: "a",
  title: "Scan",
  date: "2026-11-21",
  verdict: "supports",
  accepted: true,
  acceptedBy: "reviewer",
  addedBy: "engineer",
  ...more,
});
const telling = {
  nameOf: (id: string) => `the ${id}`,
  asOf: "2026-11-27",
  timeZone: "Europe/Berlin",
  today: "2026-11-27",
};
const words = (answer: Answer | null, items: readonly EvidenceView[] = [], more: Partial<Entry> = {}) =>
  provenanceWords({ answer, entry: entry(answer, more), evidence: items }, telling);

describe("provenanceWords", () => {
  it("says claim, evidence, who and when", () => {
    expect(words({ status: "met" }, [evidence()]).text).toBe(
      "Scan supports it, accepted by the reviewer · the engineer, 20 Nov",
    );
  });

  it("says it shorter where it wouldn't fit on a line", () => {
    expect(words(COUNTED, [evidence({ coverage: 0.933 })]).text).toBe(
      "Claim 92\u00a0% (1,108 of 1,204) · measured 93.3\u00a0% · the engineer, 20 Nov",
    );
    const long = evidence({ title: "Sign-in log of all directories by method and network", accepted: false });
    expect(words(COUNTED, [long]).text).toBe(
      "Claim 92\u00a0% (1,108 of 1,204) · 1 observation supports it, to be accepted · the engineer, 20 Nov",
    );
    expect(words({ status: "met" }, [{ ...long, coverage: 0.5 }]).text).toBe(
      "Contradicted: measured 50\u00a0% on 21 Nov, to be accepted · the engineer, 20 Nov",
    );
  });

  it("calls a measurement a contradiction only where it measures less than the claim", () => {
    const scan = evidence({ verdict: "contradicts", coverage: 0.933 });
    expect(standingOf(scan, 0.92)).toBe("supports");
    expect(words({ status: "met" }, [scan])).toEqual({
      text: "Contradicted: Scan of 21 Nov measures 93.3\u00a0% · the engineer, 20 Nov",
      bad: true,
    });
    expect(isContradicted([scan], COUNTED, "2026-11-27")).toBe(false);
  });

  it("counts observations, and those that wait for a reviewer", () => {
    const two = [evidence(), evidence({ id: "f", accepted: false, acceptedBy: undefined })];
    expect(words({ status: "met" }, two).text).toContain("2 observations support it, 1 to be accepted");
    expect(words({ status: "met" }).text).toBe("No evidence yet · the engineer, 20 Nov");
  });

  it("leaves out what has expired, was dismissed or was replaced by its source", () => {
    const items = [
      evidence({ expires: "2026-11-27" }),
      evidence({ id: "f", dismissed: true }),
      evidence({ id: "g", source: "scanner", date: "2026-10-01", coverage: 0.1 }),
      evidence({ id: "h", source: "scanner", date: "2026-11-01" }),
    ];
    expect(words({ status: "met" }, items).text).toBe(
      "Scan supports it, accepted by the reviewer · the engineer, 20 Nov",
    );
  });

  it("says how an answer came about, and the time where it was today", () => {
    const today = { how: "stage-pick", changedAt: "2026-11-27T13:32:00.000Z" };
    expect(words({ status: "not-met" }, [], today).text).toBe("Filled by stage pick, the engineer, 14:32");
    expect(momentWords("2025-11-27T13:32:00.000Z", telling)).toBe("27 Nov 2025");
    expect(momentWords("2026-11-26T23:30:00.000Z", telling)).toBe("00:30");
  });

  it("tells the state of not applicable", () => {
    const answer: Answer = { status: "not-applicable", reason: "no guests", accepted: false };
    expect(words(answer).text).toBe("No guests · to be accepted · the engineer, 20 Nov");
    const accepted = { ...answer, accepted: true };
    expect(words(accepted, [], { acceptedBy: "reviewer", how: "acceptance" }).text).toBe(
      "No guests · accepted by the reviewer",
    );
    expect(words({ status: "unknown" }, [], { refused: "there are guests", how: "refusal" }).text).toBe(
      "“not applicable” refused: there are guests · the engineer, 20 Nov",
    );
  });

  it("says so where nothing is answered", () => {
    expect(provenanceWords({ answer: null, entry: undefined, evidence: [] }, telling).text).toBe("Not answered yet");
  });
});

describe("levelNoteWords", () => {
  const note = {
    contradicted: false,
    open: 0,
    low: 2.14,
    high: 2.14,
    verified: 1.83,
    nameOf: (stage: string) => stage,
    pillar: "Identity",
  };
  const gain = { topic: 0.03, pillar: 0.01, overall: 0.001 };

  it("previews the gain and what it opens", () => {
    expect(levelNoteWords({ ...note, preview: { gain, unlocks: [] } })).toBe(
      "Met here would add 0.03 to the topic, nothing to the stage.",
    );
    const unlocks = [
      { of: "topic", id: "t", from: "Traditional", to: "Advanced" },
      { of: "pillar", id: "p", from: "Traditional", to: "Advanced" },
    ] as const;
    expect(levelNoteWords({ ...note, preview: { gain, unlocks } })).toBe(
      "Met here would add 0.03 to the topic; it opens Advanced here, Identity: Advanced.",
    );
    expect(levelNoteWords({ ...note, preview: { gain: { ...gain, topic: 0 }, unlocks: [] } })).toBe(
      "Met here would add nothing yet: the stage below comes first.",
    );
  });

  it("names the contradiction and what is not known", () => {
    expect(levelNoteWords({ ...note, contradicted: true, open: 1, high: 2.63 })).toBe(
      "The contradiction below holds the verified level at 1.83. 1 criterion is not known yet: up to 2.63.",
    );
  });
});
