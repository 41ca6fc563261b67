import { describe, expect, it } from "vitest";
import { groupPieces } from "./group-pieces";

const entry = (criterion: string, more: Parameters<typeof groupPieces>[0][number] | object = {}) => ({
  criterion,
  title: "Export",
  date: "2026-10-01",
  verdict: "supports" as const,
  accepted: false,
  ...more,
});

describe("groupPieces", () => {
  it("makes one piece of entries that say the same of themselves, and two of two that one criterion has", () => {
    const pieces = groupPieces([
      entry("a"),
      entry("b", { verdict: "contradicts", coverage: 0.4 }),
      entry("a", { coverage: 0.5 }),
      entry("c", { date: "2026-10-02" }),
    ]);
    expect(pieces.map(({ says }) => says)).toEqual([
      [
        { criterion: "a", verdict: "supports", coverage: undefined },
        { criterion: "b", verdict: "contradicts", coverage: 0.4 },
      ],
      [{ criterion: "a", verdict: "supports", coverage: 0.5 }],
      [{ criterion: "c", verdict: "supports", coverage: undefined }],
    ]);
  });

  it("keeps files of one name apart by their hash", () => {
    const file = (sha256: string) => ({ kind: "file", file: { name: "a.pdf", size: 1, sha256 } });
    expect(groupPieces([entry("a", file("00")), entry("b", file("11")), entry("c", file("00"))])).toHaveLength(2);
  });

  it.each([
    [{}, "attestation"],
    [{ link: "https://example.org" }, "link"],
    [{ link: "https://example.org", source: "scanner" }, "scan"],
    [{ kind: "link", source: "scanner" }, "link"],
  ])("calls %j %s", (more, kind) => {
    expect(groupPieces([entry("a", more)])[0]?.kind).toBe(kind);
  });
});
