import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedBy, EVERYTHING, joinChanges } from "./live-changes";
import { type LiveEvent, liveEventReader, writeLiveEvent } from "./live-event";
import { createPresenceBoard } from "./presence-board";

describe("reading a stream", () => {
  it("gives what was written, wherever the pieces break and whatever keeps the stream open between", () => {
    const event = fc.oneof(
      fc.record({ kind: fc.constant("hello" as const), state: fc.string(), replayed: fc.boolean() }),
      fc.record({ kind: fc.constant("reread" as const) }),
      fc.record({
        kind: fc.constant("notices" as const),
        notices: fc.array(fc.record({ topic: fc.string(), criterion: fc.string() })),
      }),
    );
    const told = fc.array(fc.tuple(event, fc.option(fc.uuid())));
    fc.assert(
      fc.property(told, fc.array(fc.nat(80)), (events, cuts) => {
        const text = events.map(([one, id]) => `: open\n\n${writeLiveEvent(one, id ?? undefined)}`).join("");
        const places = [...new Set(cuts.map((cut) => Math.min(cut, text.length)))].sort((a, b) => a - b);
        const read = liveEventReader();
        const pieces = [0, ...places].map((from, at) => text.slice(from, places[at] ?? text.length));
        const heard = pieces.flatMap((piece) => read(piece));
        expect(heard).toEqual(events.map(([one, id]) => ({ event: one as LiveEvent, id })));
      }),
    );
  });
});

describe("what notices make necessary", () => {
  const known = (criterion: string) => (criterion === "a" ? 3 : 0);

  it("is nothing where the versions are known, as after one's own change", () => {
    expect(changedBy([{ topic: "answers", answers: [{ criterion: "a", version: 3 }] }], known)).toBeNull();
    expect(changedBy([{ topic: "plan", version: 2 }], known)).toBeNull();
    expect(changedBy([{ topic: "review", pillar: "identity" }], known)).toBeNull();
  });

  it("is the criteria that are newer, and what stands beside others", () => {
    const changes = changedBy(
      [
        {
          topic: "answers",
          answers: [
            { criterion: "a", version: 4 },
            { criterion: "b", version: 1 },
          ],
        },
        { topic: "evidence", criterion: "c", evidence: "1" },
        { topic: "evidence", criteria: ["d", "e"] },
      ],
      known,
    );
    expect(changes).toEqual({ answers: new Set(["a", "b"]), beside: new Set(["c", "d", "e"]) });
  });

  it("is what stands beside all answers after an approval or a move to another version", () => {
    for (const topic of ["review", "content"]) {
      expect(changedBy([{ topic }], known)).toEqual({ answers: new Set(), beside: "all" });
    }
  });

  it("is everything where a notice names nothing, or too much to ask for by name", () => {
    expect(changedBy([{ topic: "answers" }], known)).toEqual(EVERYTHING);
    expect(changedBy([{ topic: "evidence" }], known)?.beside).toBe("all");
    const many = (from: number) => ({
      answers: new Set(Array.from({ length: 40 }, (_, at) => `c${from + at}`)),
      beside: new Set<string>(),
    });
    expect(joinChanges(many(0), many(0)).answers).not.toBe("all");
    expect(joinChanges(many(0), many(40)).answers).toBe("all");
  });
});

describe("the board of who is where", () => {
  it("forgets a tab that gives no sign, keeps one that does, and counts a person with two tabs once", () => {
    const board = createPresenceBoard(25);
    expect(board.beat({ person: "mara", tab: "1", place: "t" }, 0)).toBe(true);
    expect(board.beat({ person: "mara", tab: "2", place: "t" }, 0)).toBe(true);
    expect(board.people()).toEqual([{ person: "mara", place: "t" }]);
    expect(board.beat({ person: "mara", tab: "1", place: "t" }, 20)).toBe(false);
    expect(board.sweep(24)).toBe(false);
    expect(board.sweep(25)).toBe(true);
    expect(board.people()).toEqual([{ person: "mara", place: "t" }]);
    expect(board.sweep(45)).toBe(true);
    expect(board.people()).toEqual([]);
  });

  it("follows from topic to topic, and forgets who leaves at once", () => {
    const board = createPresenceBoard(25);
    board.beat({ person: "mara", tab: "1", place: "t" }, 0);
    expect(board.beat({ person: "mara", tab: "1", place: null }, 1)).toBe(true);
    expect(board.people()).toEqual([{ person: "mara", place: null }]);
    expect(board.beat({ person: "mara", tab: "1", place: "gone" }, 2)).toBe(true);
    expect(board.beat({ person: "mara", tab: "1", place: "gone" }, 3)).toBe(false);
    expect(board.people()).toEqual([]);
  });
});
