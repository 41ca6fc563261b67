import { describe, expect, it } from "vitest";
import type { AnswerStatus } from "@/lib/core/scoring/types";
import { answerNow } from "@/lib/core/walk/answering";
import { NO_FILTERS, readFilters } from "@/lib/core/walk/filters";
import { SMALL_TEXTS, smallWalk } from "../../../tests/support/small-walk";
import { answerRest, askFor, clearAnswer, setAnswer, undo } from "./answer-actions";
import { go, goNextUnanswered, leave, moveTopic, setFilters, setView, shownCriteria } from "./move-actions";
import { answerMany, askMany, selectAll } from "./table-actions";
import { createWalkStore, type WalkStore } from "./walk-store";

const [FACTOR, LEGACY, PASSWORDS] = ["second-factor", "no-legacy", "no-passwords"].map(
  (name) => `identity.sign-in.${name}`,
) as [string, string, string];
const [YEARLY, DAILY] = ["identity.reviews.yearly", "identity.reviews.daily"];
const [ZONES, FLOWS] = ["network.segments.zones", "network.segments.flows"];

const UNKNOWN = readFilters({ show: "unknown" });
const UNANSWERED = readFilters({ show: "unanswered" });

function open(answers: Readonly<Record<string, AnswerStatus>>, topic = "identity.sign-in"): WalkStore {
  const store = createWalkStore(smallWalk(answers), topic, undefined);
  store.put({ texts: SMALL_TEXTS });
  return store;
}

const shown = (store: WalkStore) => shownCriteria(store, store.get().shown);
const statusOf = (store: WalkStore, criterion: string) => answerNow(store.get().answering, criterion)?.status ?? null;

describe("with a filter on, the focus", () => {
  const HIDING = { [FACTOR]: "met", [LEGACY]: "met", [PASSWORDS]: "unknown" } as const;

  it("is on a criterion that is shown, in the topic that is gone to", () => {
    const store = open({ ...HIDING, [YEARLY]: "unknown" }, "identity.reviews");
    setFilters(store, UNKNOWN);
    moveTopic(store, -1);
    expect(shown(store)).toEqual([PASSWORDS]);
    expect(store.get()).toMatchObject({ topic: "identity.sign-in", focused: PASSWORDS });
    expect(store.get().wish).toEqual({ criterion: PASSWORDS, part: "answers" });
  });

  it("goes from a criterion that the filter hides to what is shown, and stays on one that it shows", () => {
    const store = open(HIDING);
    expect(store.get().focused).toBe(FACTOR);
    setFilters(store, UNKNOWN);
    expect(store.get().focused).toBe(PASSWORDS);
    setFilters(store, NO_FILTERS);
    expect(store.get().focused).toBe(PASSWORDS);
  });

  it("is on the topic where nothing of it is shown, and comes back with its criteria", () => {
    const store = open({ [FACTOR]: "met" });
    setFilters(store, UNKNOWN);
    expect(store.get().focused).toBeNull();
    setFilters(store, NO_FILTERS);
    expect(store.get().focused).toBe(LEGACY);
  });

  it("stays on the topic for whoever left the criterion", () => {
    const store = open(HIDING);
    leave(store);
    setFilters(store, UNKNOWN);
    expect(store.get().focused).toBeNull();
  });

  it("stays on a criterion whose answer no longer fits, in every view", () => {
    const store = open(HIDING);
    setFilters(store, UNKNOWN);
    askFor(store, PASSWORDS, "met");
    for (const view of ["table", "topic", "workshop"] as const) {
      setView(store, view);
      expect(store.get().focused).toBe(PASSWORDS);
      expect(shown(store)).toEqual([PASSWORDS]);
    }
  });

  it("is on a criterion that was gone to by name, which is shown then", () => {
    const store = open(HIDING, "identity.reviews");
    setFilters(store, UNKNOWN);
    go(store, "identity.sign-in", { criterion: FACTOR });
    expect(store.get().focused).toBe(FACTOR);
    expect(shown(store)).toEqual([FACTOR, PASSWORDS]);
    go(store, "identity.sign-in", { criterion: LEGACY });
    expect(shown(store)).toEqual([FACTOR, LEGACY, PASSWORDS]);
  });

  it("is on what was undone, which is shown then", () => {
    const store = open(HIDING);
    setAnswer(store, FACTOR, { status: "not-met" });
    setFilters(store, UNKNOWN);
    undo(store);
    expect(store.get().focused).toBe(FACTOR);
    expect(shown(store)).toContain(FACTOR);
  });
});

describe("what a filter hides", () => {
  it("gets no answer, loses none and opens no field", () => {
    const store = open({ [FACTOR]: "met", [PASSWORDS]: "unknown" });
    setFilters(store, UNKNOWN);
    askFor(store, FACTOR, "not-met");
    clearAnswer(store, FACTOR);
    askFor(store, FACTOR, "partly");
    expect(statusOf(store, FACTOR)).toBe("met");
    expect(store.get().typed.size).toBe(0);
    answerRest(store, { status: "unknown" });
    expect(statusOf(store, LEGACY)).toBeNull();
    expect(store.get().strip?.text).toBe("Nothing that the filter shows is unanswered in this topic.");
  });

  it("isn't selected any more once the topic is left", () => {
    const store = open({ [FACTOR]: "unknown", [YEARLY]: "unknown" });
    setFilters(store, UNKNOWN);
    setView(store, "table");
    selectAll(store);
    answerMany(store, { status: "met" });
    setAnswer(store, DAILY, { status: "unknown" });
    go(store, "identity.reviews");
    expect(shown(store)).toEqual([DAILY]);
    askMany(store, "not-met");
    expect([FACTOR, YEARLY, DAILY].map((id) => statusOf(store, id))).toEqual(["met", "met", "not-met"]);
  });
});

describe("the next unanswered", () => {
  it("is one that fits the filter, of whatever topic", () => {
    const store = open({ [FACTOR]: "met" });
    setFilters(store, readFilters({ show: "unanswered,gates" }));
    const passed = Array.from({ length: 5 }, () => {
      goNextUnanswered(store);
      return store.get().focused;
    });
    expect(passed).toEqual([PASSWORDS, ZONES, FLOWS, LEGACY, PASSWORDS]);
  });

  it("is none where none fits, which is said", () => {
    const store = open({ [FACTOR]: "met", [PASSWORDS]: "unknown" });
    setFilters(store, UNKNOWN);
    goNextUnanswered(store);
    expect(store.get()).toMatchObject({ topic: "identity.sign-in", focused: PASSWORDS });
    expect(store.get().strip?.text).toBe("Every criterion that fits the filter has an answer.");
  });

  it("may be one that fits only since the filter was set", () => {
    const store = open({ [FACTOR]: "met", [LEGACY]: "met", [PASSWORDS]: "met" });
    setFilters(store, UNANSWERED);
    expect(shown(store)).toEqual([]);
    setAnswer(store, FACTOR, null);
    goNextUnanswered(store);
    expect(store.get().focused).toBe(FACTOR);
    expect(shown(store)).toEqual([FACTOR]);
  });
});
