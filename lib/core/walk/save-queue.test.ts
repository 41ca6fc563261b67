import { describe, expect, it } from "vitest";
import type { Answer } from "../scoring/types";
import type { Entry } from "./entry";
import { bytesOf, emptyQueue, enqueue, pendingOn, type QueueItem, release, settle, takeBatch } from "./save-queue";

const MET: Answer = { status: "met" };
const NOT_MET: Answer = { status: "not-met" };

const item = (
  criterion: string,
  base: number,
  answer: Answer | null = MET,
  more: Partial<QueueItem> = {},
): QueueItem => ({
  how: "hand",
  changes: [{ criterion, base, answer }],
  ...more,
});
const entry = (version: number, answer: Answer | null = MET, note = ""): Entry => ({
  answer,
  note,
  version,
  how: "hand",
  changedBy: "someone",
  changedAt: "2026-11-20T10:00:00.000Z",
});
const queueOf = (...items: QueueItem[]) => items.reduce(enqueue, emptyQueue(""));
const sent = (...items: QueueItem[]) => {
  const batch = takeBatch(queueOf(...items));
  if (!batch) throw new Error("nothing to send");
  return batch;
};

describe("takeBatch", () => {
  it("sends in order, one request at a time", () => {
    const { queue, request } = sent(item("a", 0), item("b", 2));
    expect(request).toEqual({
      how: "hand",
      changes: [
        { criterion: "a", base: 0, status: "met" },
        { criterion: "b", base: 2, status: "met" },
      ],
    });
    expect(takeBatch(queue)).toBeNull();
    expect(takeBatch(release(queue))?.request).toEqual(request);
  });

  it("never puts a criterion twice, nor two kinds of action, in one request", () => {
    expect(sent(item("a", 0), item("a", 0, NOT_MET)).request.changes).toHaveLength(1);
    expect(sent(item("a", 0), item("b", 0, MET, { how: "undo" })).request.changes).toHaveLength(1);
  });

  it("ends where a request would weigh too much, and loses nothing", () => {
    const long = "ж".repeat(20_000);
    const notes = Array.from({ length: 50 }, (_, index) => ({
      how: "hand" as const,
      changes: [{ criterion: `c${index}`, base: 0, answer: MET, note: long }],
    }));
    const batch = sent(...notes);
    const weighs = new TextEncoder().encode(JSON.stringify(batch.request)).byteLength;
    expect(weighs).toBeLessThan(300_000);
    expect(batch.request.changes.length).toBeGreaterThan(1);
    expect(batch.queue.items).toHaveLength(50);
    expect(batch.queue.inFlight).toBe(batch.request.changes.length);
  });

  it("sends one action that weighs too much, or changes very many, in several requests under one name", () => {
    const reason = "r".repeat(2_000);
    const all = Array.from({ length: 450 }, (_, index) => ({
      ...{ criterion: `c${index}`, base: 0 },
      answer: { status: "not-applicable", reason, accepted: false } as const,
    }));
    let queue = enqueue(emptyQueue("here"), { how: "hand", changes: all });
    const told: string[] = [];
    for (let batch = takeBatch(queue); batch; batch = takeBatch(queue)) {
      expect(JSON.stringify(batch.request).length).toBeLessThan(300_000);
      expect(batch.request.changes.length).toBeLessThanOrEqual(200);
      for (const { criterion, key } of batch.request.changes) told.push(`${criterion} ${key}`);
      const results = batch.request.changes.map(({ criterion }) => ({
        ...{ criterion, result: "saved" as const },
        current: entry(1),
      }));
      queue = settle(batch.queue, results).queue;
    }
    expect(told).toEqual(all.map(({ criterion }) => `${criterion} here.1`));
    const many = all.map(({ criterion, base }) => ({ criterion, base, answer: MET }));
    expect(sent({ how: "hand", changes: many }).request.changes).toHaveLength(200);
  });

  it("takes less where it is told to, and always something", () => {
    const queue = queueOf(item("a", 0), item("b", 0), item("c", 0));
    const three = takeBatch(queue)?.request.changes ?? [];
    expect(takeBatch(queue, Math.floor(bytesOf(three) / 2))?.request.changes).toHaveLength(1);
    expect(takeBatch(queue, 1)?.request.changes).toHaveLength(1);
    expect(
      takeBatch(queueOf({ how: "hand", changes: queue.items.flatMap(({ changes }) => changes) }), 1),
    ).toMatchObject({
      queue: { inFlight: 1, items: [{ changes: [{ criterion: "a" }] }, { changes: [{ criterion: "b" }, {}] }] },
    });
  });

  it("sends a note only where there is one, and null for an answer that is taken back", () => {
    const { request } = sent({ how: "hand", changes: [{ criterion: "a", base: 3, answer: null, note: "" }] });
    expect(request.changes).toEqual([{ criterion: "a", base: 3, status: null, note: "" }]);
  });
});

describe("enqueue", () => {
  const note = (text: string): QueueItem => ({
    how: "hand",
    changes: [{ criterion: "a", base: 1, answer: MET, note: text }],
  });

  it("makes one of notes that wait beside each other", () => {
    expect(queueOf(note("one"), note("one two")).items).toEqual([note("one two")]);
  });

  it("leaves alone what is under way", () => {
    const { queue } = sent(note("one"));
    expect(enqueue(queue, note("one two")).items).toHaveLength(2);
  });
});

describe("settle", () => {
  it("moves the base of what waits behind what was saved", () => {
    const { queue } = sent(item("a", 0), item("a", 0, NOT_MET));
    const settled = settle(queue, [{ criterion: "a", result: "saved", current: entry(1) }]);
    expect(settled.queue).toMatchObject({ items: [item("a", 1, NOT_MET)], inFlight: 0 });
    expect(settled.outcomes).toMatchObject([{ criterion: "a", kind: "saved", current: { version: 1 } }]);
  });

  it("takes a conflict on what was sent itself for the echo of a lost answer", () => {
    const { queue } = sent(item("a", 3));
    const settled = settle(queue, [{ criterion: "a", result: "conflict", current: entry(4) }]);
    expect(settled.outcomes[0]?.kind).toBe("saved");
  });

  it("takes everything of a criterion in conflict out of the queue and keeps its last word", () => {
    const { queue } = sent(item("a", 3), item("b", 0));
    const waiting = enqueue(queue, { how: "hand", changes: [{ criterion: "a", base: 3, answer: null, note: "mine" }] });
    const settled = settle(waiting, [
      { criterion: "a", result: "conflict", current: entry(4, NOT_MET) },
      { criterion: "b", result: "saved", current: entry(1) },
    ]);
    expect(settled.queue.items).toEqual([]);
    expect(settled.outcomes).toMatchObject([
      { criterion: "a", kind: "conflict", mine: { answer: null, note: "mine" }, current: { version: 4 } },
      { criterion: "b", kind: "saved" },
    ]);
  });

  it("says refused for what the server doesn't know", () => {
    const { queue } = sent(item("a", 0));
    expect(settle(queue, []).outcomes[0]?.kind).toBe("refused");
  });
});

describe("pendingOn", () => {
  it("is the last answer and the last note, from whichever change", () => {
    const queue = queueOf(
      { how: "hand", changes: [{ criterion: "a", base: 0, answer: MET, note: "why" }] },
      item("a", 0, NOT_MET),
    );
    expect(pendingOn(queue, "a")).toEqual({ answer: NOT_MET, note: "why", how: "hand" });
    expect(pendingOn(queue, "b")).toBeUndefined();
  });
});
