import { describe, expect, it } from "vitest";
import { SMALL_OUTLINE, SMALL_TEXTS } from "../../../tests/support/small-walk";
import { search, searchNamed } from "./search";

const find = (query: string) => search(SMALL_OUTLINE, SMALL_TEXTS, query);

describe("search", () => {
  it("finds topics before criteria, and marks what fits", () => {
    const hits = find("sign-in");
    expect(hits[0]).toMatchObject({ topic: "identity.sign-in", criterion: null, where: "Identity" });
    expect(hits[0]?.marks).toEqual([[9, 16]]);
    expect(find("no-pass")[0]).toMatchObject({
      criterion: "identity.sign-in.no-passwords",
      where: "Identity · identity.sign-in",
    });
  });

  it("asks for every word, in any order, without case and accents", () => {
    expect(find("YEARLY statement")).toHaveLength(1);
    expect(find("yearly look")[0]?.criterion).toBe("identity.reviews.yearly");
    expect(find("yéarly")).toHaveLength(1);
    expect(find("yearly zones")).toEqual([]);
    expect(find("  ")).toEqual([]);
  });

  it("puts hits at the beginning of a word first, and takes signs literally", () => {
    const hits = find("one");
    expect(hits.map((hit) => hit.criterion)).toEqual(["network.segments.zones"]);
    expect(find("(")).toEqual([]);
  });

  it("finds topics by title where their texts aren't loaded", () => {
    expect(search(SMALL_OUTLINE, new Map(), "reviews")).toHaveLength(1);
  });
});

describe("search by name", () => {
  const all = [
    { id: "dashboard", name: "Dashboard", where: "2026 round" },
    { id: "roadmap", name: "Roadmap", where: "2026 round" },
    { id: "invite", name: "Invite somebody", where: "People" },
    { id: "board", name: "Board deck", where: "Reports" },
  ];
  const names = (query: string) => searchNamed(all, query).map(({ named }) => named.id);

  it("finds by words of the name, what begins with them first", () => {
    expect(names("board")).toEqual(["board", "dashboard"]);
    expect(names("round road")).toEqual(["roadmap"]);
    expect(names("somebody invite")).toEqual(["invite"]);
  });

  it("finds nothing by what stands beside the name alone, and everything without words", () => {
    expect(names("2026")).toEqual([]);
    expect(names(" ")).toEqual(all.map(({ id }) => id));
  });

  it("marks what fits", () => {
    expect(searchNamed(all, "MAP")[0]?.marks).toEqual([[4, 7]]);
  });
});
