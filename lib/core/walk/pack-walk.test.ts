import { describe, expect, it } from "vitest";
import { smallWalk } from "../../../tests/support/small-walk";
import { entryOf } from "./entry";
import { packWalk, unpackWalk } from "./pack-walk";
import type { WalkData } from "./walk-data";

const at = "2026-11-20T09:00:00.123Z";
const answer = { note: "", version: 1, how: "hand", changedBy: "u1", changedAt: at };
const evidence = {
  criterion: "identity.reviews.yearly",
  date: "2026-11-01",
  verdict: "supports",
  accepted: false,
  dismissed: false,
  kind: "attestation",
  addedBy: "u1",
  addedOn: "2026-11-02",
} as const;

const DATA: WalkData = {
  ...smallWalk({}),
  profile: { offices: false },
  targets: { identity: 2.4 },
  lastSnapshotAt: 1_764_000_000_000,
  answers: [
    { criterion: "identity.sign-in.second-factor", ...answer, status: "met" },
    { criterion: "identity.sign-in.no-legacy", ...answer, status: "partly", coverage: 0.25, note: "ü “quoted” 🙂" },
    { criterion: "identity.sign-in.no-passwords", ...answer, status: "partly", coverage: 0.5, count: 1, population: 2 },
    { criterion: "identity.reviews.yearly", ...answer, status: "not-applicable", reason: "none", acceptedBy: "u2" },
    { criterion: "identity.reviews.daily", ...answer, status: "not-applicable", reason: "none" },
    { criterion: "network.segments.zones", ...answer, status: "unknown", reason: "there are some", how: "refusal" },
    { criterion: "network.segments.flows", ...answer, status: null, note: "only a note" },
  ],
  evidence: [
    { ...evidence, id: "e1", title: "Plain" },
    { ...evidence, id: "e1", criterion: "identity.reviews.daily", title: "Plain", verdict: "contradicts" },
    {
      ...evidence,
      id: "e5",
      title: "File",
      kind: "file",
      owner: "Identity team",
      file: { name: "bericht 🙂.pdf", mediaType: "application/pdf", size: 12, sha256: "ab" },
    },
    { ...evidence, id: "e6", title: "Test", method: "test", sampled: 3, population: 9, sampledFrom: "laptops" },
    {
      ...evidence,
      id: "e2",
      title: "Measured",
      coverage: 0,
      expires: "2027-11-01",
      source: "scanner",
      link: "https://example.org",
    },
    { ...evidence, id: "e3", title: "Against", verdict: "contradicts", accepted: true, acceptedBy: "u2", coverage: 1 },
    { ...evidence, id: "e4", title: "Gone", dismissed: true, dismissedBy: "u2", dismissedReason: "wrong" },
  ],
  names: { u1: "Somebody", u2: "Reviewer" },
};

describe("packWalk", () => {
  const back = unpackWalk(packWalk(DATA));

  it("gives back the same evidence, outline and rest", () => {
    expect(back.evidence).toEqual(DATA.evidence);
    expect({ ...back, answers: [] }).toEqual({ ...DATA, answers: [] });
  });

  it("gives back the same answers", () => {
    expect(back.answers.map((one) => [one.criterion, entryOf(one)])).toEqual(
      DATA.answers.map((one) => [one.criterion, entryOf(one)]),
    );
  });

  it("takes less than half the room for many", () => {
    const many = {
      ...DATA,
      answers: Array.from({ length: 50 }, () => DATA.answers).flat(),
      evidence: Array.from({ length: 50 }, () => DATA.evidence).flat(),
    };
    expect(packWalk(many).length).toBeLessThan(JSON.stringify(many).length / 2);
  });
});
