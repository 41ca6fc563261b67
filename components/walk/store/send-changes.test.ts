// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { standingOf } from "@/lib/core/walk/walk-data";
import { smallWalk } from "../../../tests/support/small-walk";
import { typeNote } from "./answer-actions";
import { sendChanges } from "./send-changes";
import { createWalkStore, type WalkStore } from "./walk-store";

const CRITERIA = ["second-factor", "no-legacy", "no-passwords"].map((name) => `identity.sign-in.${name}`);

/** What is read again after a refusal. */
const { state, evidence, exceptions, findings, questions, assignments, answers, names } = smallWalk({});
const beside = { state, evidence, exceptions, findings, questions, assignments, standing: standingOf(smallWalk({})) };
const NOTHING_ELSE = { ...beside, answers, names };

type Change = Readonly<{ criterion: string; base: number; note?: string; key?: string }>;

/** What stands before the server takes this many characters; what came through to it. */
let limit: number;
let refused: number;
let saved: Change[];
let store: WalkStore;
let end: () => void;

beforeEach(() => {
  limit = Number.POSITIVE_INFINITY;
  refused = 0;
  saved = [];
  vi.stubGlobal("fetch", async (_: string, init: RequestInit) => {
    if (init.method !== "POST") return Response.json(NOTHING_ELSE);
    const body = String(init.body);
    // As browsers do.
    if (init.keepalive && new TextEncoder().encode(body).byteLength > 65_536)
      throw new TypeError("too large to outlive");
    if (body.length > limit) {
      refused += 1;
      return new Response("<h1>413 Request Entity Too Large</h1>", { status: 413 });
    }
    const changes: readonly Change[] = JSON.parse(body).changes;
    saved.push(...changes);
    const results = changes.map(({ criterion, base, ...change }) => ({
      ...{ criterion, result: "saved" },
      current: { ...change, version: base + 1, how: "hand", changedBy: "u1", changedAt: "2026-11-27T09:00:00.000Z" },
    }));
    return Response.json({ results });
  });
  store = createWalkStore(smallWalk({}), "identity.sign-in", undefined);
  end = sendChanges(store);
});
afterEach(() => {
  end();
  vi.unstubAllGlobals();
});

/** Writes notes and lets go of the field. */
function write(notes: Readonly<Record<string, string>>): void {
  for (const [criterion, note] of Object.entries(notes)) typeNote(store, criterion, note);
  document.dispatchEvent(new Event("focusout"));
}
const queue = () => store.get().answering.queue.items;

it("sends in smaller parts what something on the way doesn't take in one", async () => {
  limit = 6_000;
  const notes = Object.fromEntries(CRITERIA.map((criterion, at) => [criterion, String(at).repeat(4_000)]));
  write(notes);
  await expect.poll(() => queue().length).toBe(0);
  expect(Object.fromEntries(saved.map(({ criterion, note }) => [criterion, note]))).toEqual(notes);
  expect(store.get().answering.refusals.size).toBe(0);
  expect(store.get().link).toBe("online");
  // What it takes is known from then on.
  const before = refused;
  write(Object.fromEntries(CRITERIA.map((criterion) => [criterion, "b".repeat(4_000)])));
  await expect.poll(() => saved.length).toBeGreaterThan(CRITERIA.length);
  expect(refused).toBe(before);
});

it("tells of one change that is too large, keeps it, and sends the rest", async () => {
  limit = 6_000;
  const [first = "", second = ""] = CRITERIA;
  write({ [first]: "a".repeat(8_000), [second]: "short" });
  await expect.poll(() => queue().length).toBe(0);
  expect(saved.map(({ criterion }) => criterion)).toEqual([second]);
  const refusal = store.get().answering.refusals.get(first);
  expect(refusal?.change.note).toHaveLength(8_000);
  expect(refusal?.reason).toMatch(/longer than the network lets through/);
});

it("doesn't ask a browser to let a request outlive the page that is too large for that, whatever its script", async () => {
  const [first = ""] = CRITERIA;
  write({ [first]: "ж".repeat(19_000).concat("語".repeat(900), "😀".repeat(8_000)) });
  await expect.poll(() => queue().length).toBe(0);
  expect(saved).toHaveLength(1);
});

it("takes a page that came in the server's place for trouble, not for a lost connection", async () => {
  vi.stubGlobal("fetch", async () => new Response("<h1>Sign in to the guest network</h1>"));
  const [first = ""] = CRITERIA;
  write({ [first]: "a note" });
  await expect.poll(() => store.get().link).toBe("failing");
  expect(queue()).toHaveLength(1);
});
