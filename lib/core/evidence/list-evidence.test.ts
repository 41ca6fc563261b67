import { describe, expect, it } from "vitest";
import type { Answer } from "../scoring/types";
import type { EvidenceView } from "../walk/evidence-view";
import { expiringEvidence } from "./expiring-evidence";
import { type EvidenceFilter, findEvidence, listEvidence, sortEvidence } from "./list-evidence";
import { outlookWords } from "./verified-on";

const TODAY = "2026-11-28";
const view = (more: Partial<EvidenceView> = {}): EvidenceView => ({
  id: "piece",
  criterion: "a",
  kind: "attestation",
  title: "Seen",
  date: "2026-11-01",
  verdict: "supports",
  accepted: true,
  addedBy: "u",
  addedOn: "2026-11-02",
  ...more,
});
const MET: ReadonlyMap<string, Answer> = new Map([
  ["a", { status: "met" }],
  ["b", { status: "partly", coverage: 0.5 }],
]);
const filters = (...views: readonly EvidenceView[]): readonly (readonly EvidenceFilter[])[] =>
  listEvidence(views, MET, TODAY).map((piece) => [...piece.in]);

describe("listEvidence", () => {
  it.each<[string, Partial<EvidenceView>, readonly EvidenceFilter[]]>([
    ["counts", {}, []],
    ["waits", { accepted: false }, ["to-accept"]],
    ["expires in 60 days", { expires: "2027-01-27" }, ["expiring"]],
    ["expires in 61 days", { expires: "2027-01-28" }, []],
    ["expires today", { expires: TODAY }, ["expired"]],
    ["expired, but was never accepted", { expires: TODAY, accepted: false }, ["to-accept"]],
    ["was dismissed", { accepted: false, dismissed: true }, ["unused"]],
    ["contradicts", { verdict: "contradicts" }, ["contradicts"]],
    [
      "contradicts and is past its expiry, which ends no contradiction",
      { verdict: "contradicts", expires: TODAY },
      ["contradicts"],
    ],
    ["measures less than is claimed", { coverage: 0.9 }, ["contradicts"]],
    ["speaks to what claims nothing", { criterion: "c" }, ["unused"]],
  ])("says of a piece that %s where it belongs", (_, more, expected) => {
    expect(filters(view(more))).toEqual([expected]);
  });

  it("keeps what one piece says of several criteria together", () => {
    const [piece, ...rest] = listEvidence(
      [view(), view({ criterion: "b", coverage: 0.4, accepted: false })],
      MET,
      TODAY,
    );
    expect(rest).toEqual([]);
    expect([...(piece?.in ?? [])]).toEqual(["to-accept", "contradicts"]);
    expect(piece?.says.map((said) => said.view.criterion)).toEqual(["a", "b"]);
  });

  it("calls a piece unused where a newer one of its source has replaced it", () => {
    const old = view({ id: "old", source: "scanner", date: "2026-10-01" });
    expect(filters(old, view({ source: "scanner" }))).toEqual([["unused"], []]);
  });

  it("sorts the newest first, and by expiry what never expires last", () => {
    const pieces = listEvidence(
      [
        view({ id: "1", date: "2026-01-01", expires: "2027-06-01" }),
        view({ id: "2", date: "2026-03-01" }),
        view({ id: "3", date: "2026-02-01", expires: "2027-01-01" }),
      ],
      MET,
      TODAY,
    );
    expect(sortEvidence(pieces, "date").map(({ piece }) => piece.id)).toEqual(["2", "3", "1"]);
    expect(sortEvidence(pieces, "expires").map(({ piece }) => piece.id)).toEqual(["3", "1", "2"]);
  });
});

describe("expiringEvidence", () => {
  it("names each piece once with what loses it, the nearest first, and nothing that doesn't expire or count", () => {
    const soon = { expires: "2026-12-10" };
    const found = expiringEvidence(
      [
        view({ id: "late", expires: "2026-12-28" }),
        view({ id: "two", ...soon }),
        view({ id: "two", criterion: "b", ...soon }),
        view({ id: "against", verdict: "contradicts", ...soon }),
        view({ id: "waits", accepted: false, ...soon }),
        view({ id: "dismissed", dismissed: true, ...soon }),
        view({ id: "gone", expires: TODAY }),
        view({ id: "far", expires: "2026-12-29" }),
        view({ id: "lasting" }),
      ],
      TODAY,
      30,
    );
    expect(found.map(({ piece, days, criteria }) => [piece.id, days, criteria])).toEqual([
      ["two", 12, ["a", "b"]],
      ["late", 30, ["a"]],
    ]);
  });
});

describe("outlookWords", () => {
  it.each([
    [1.84, 1.77, "On 10 Dec 2026 verified is 1.77 instead of 1.84 (−0.07), with all that expires until then."],
    [1.84, 1.84, "On 10 Dec 2026 verified stays at 1.84."],
    [
      1.5,
      1.6,
      "On 10 Dec 2026 verified is 1.60 instead of 1.50 (+0.10), with all that expires until then. It rises where a measurement below the claim expires and other evidence still supports it.",
    ],
  ])("from %d to %d", (now, then, words) => {
    expect(outlookWords("2026-12-10", now, then)).toBe(words);
  });
});

describe("findEvidence", () => {
  const pieces = listEvidence(
    [
      view({ id: "1", title: "Café network scan", source: "Posture scanner", criterion: "a" }),
      view({ id: "1", title: "Café network scan", source: "Posture scanner", criterion: "b" }),
      view({ id: "2", title: "Minutes", kind: "file", owner: "Head of risk", criterion: "b" }),
    ],
    MET,
    TODAY,
  );
  const found = (words: string) =>
    findEvidence(pieces, words, (criterion) => (criterion === "b" ? "Every port is known" : "")).map(
      ({ piece }) => piece.id,
    );

  it.each([
    ["", ["1", "2"]],
    ["  ", ["1", "2"]],
    ["cafe SCANNER", ["1"]],
    ["known port", ["1", "2"]],
    ["risk known", ["2"]],
    ["scanner risk", []],
  ])("finds %j", (words, ids) => expect(found(words)).toEqual(ids));
});
