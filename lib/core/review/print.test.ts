import { describe, expect, it } from "vitest";
import type { EvidenceView } from "../walk/evidence-view";
import { evidencePrint } from "./print";

const PIECE: EvidenceView = {
  ...{ id: "e1", criterion: "identity.a.one", kind: "scan", title: "Scan", date: "2026-10-01", verdict: "supports" },
  ...{ coverage: 0.6, source: "identity provider", accepted: false, addedBy: "them", addedOn: "2026-10-02" },
};
const OTHER: EvidenceView = { ...PIECE, criterion: "identity.a.two", coverage: 1 };
const FILE = { name: "scan.csv", mediaType: "text/csv", size: 12, sha256: "a".repeat(64) };

describe("evidencePrint", () => {
  it.each<[string, Partial<EvidenceView>]>([
    ["the share that it measures", { coverage: 1 }],
    ["its verdict", { verdict: "contradicts" }],
    ["its title", { title: "Another scan" }],
    ["its day", { date: "2026-10-02" }],
    ["the day on which it expires", { expires: "2999-01-01" }],
    ["its source", { source: "another" }],
    ["its link", { link: "https://example.org/" }],
    ["its file", { file: FILE }],
    ["its sample", { method: "test", sampled: 2, population: 3 }],
    ["its kind", { kind: "attestation" }],
    ["its criterion", { criterion: "identity.a.two" }],
    ["its acceptance", { accepted: true, acceptedBy: "reviewer" }],
    ["its dismissal", { dismissed: true, dismissedReason: "wrong tenant" }],
  ])("is another for a change of %s", (_, more) => {
    expect(evidencePrint([{ ...PIECE, ...more }])).not.toBe(evidencePrint([PIECE]));
  });

  it("is the same for another keeper, whoever added it, and in whatever order its criteria come", () => {
    expect(evidencePrint([{ ...PIECE, owner: "Identity team", addedBy: "me" }])).toBe(evidencePrint([PIECE]));
    expect(evidencePrint([OTHER, PIECE])).toBe(evidencePrint([PIECE, OTHER]));
    expect(evidencePrint([PIECE, OTHER])).not.toBe(evidencePrint([PIECE]));
  });
});
