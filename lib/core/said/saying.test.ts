import { describe, expect, it } from "vitest";
import type { Answer } from "../scoring/types";
import { LONGEST } from "../words/long-text";
import type { Said } from "./said";
import {
  adoptKept,
  keepTyped,
  keptOf,
  land,
  readKept,
  type Saying,
  saidNow,
  say,
  startSaying,
  takeOff,
  unfinished,
} from "./saying";

const MET: Answer = { status: "met" };
const NOT_MET: Answer = { status: "not-met" };
const partly = (coverage: number): Answer => ({ status: "partly", coverage });
const said = (answer: Answer | null, note = "", sequence = 1): Said => ({ answer, note, sequence });
const shown = (state: Saying, criterion = "a") => saidNow(state)[criterion];
/** A server that takes what is newer than what it holds, and tells what stands of the rest. */
function send(state: Saying, server: Record<string, Said>, most = 10) {
  const { state: sent, going } = takeOff(state, most);
  const standing: Record<string, Said> = {};
  for (const [criterion, { answer, note, sequence }] of Object.entries(going)) {
    const stands = server[criterion];
    if (stands && stands.sequence >= sequence) standing[criterion] = stands;
    else server[criterion] = { answer, note, sequence };
  }
  return { sent, answered: (now = sent) => land(now, going, standing) };
}
const reloaded = (state: Saying, server: Record<string, Said>) =>
  adoptKept(startSaying({ ...server }), readKept(JSON.stringify(keptOf(state))));

describe("what is said on one of two devices", () => {
  it("counts on the device in front of the person, and tells what stood", () => {
    const laptop = say(startSaying({}), "a", { answer: NOT_MET });
    const server = { a: said(MET, "", 18) };
    const told = send(laptop, server).answered();
    expect(shown(told)).toMatchObject({ answer: NOT_MET, sequence: 19 });
    expect(told.replaced).toEqual({ a: { answer: MET, note: "" } });
    expect(keptOf(send(told, server).answered())).toBeNull();
    expect(server.a).toEqual(said(NOT_MET, "", 19));
    expect(say(told, "a", { answer: MET }).replaced).toEqual({});
  });

  it("keeps the other's note where this one only answered, and the other's answer where this one only noted", () => {
    const server = { a: said(MET, "seen in the console", 2), b: said(MET, "", 2) };
    let laptop = startSaying({ a: said(null), b: said(partly(0.5)) });
    laptop = say(say(laptop, "a", { answer: NOT_MET }), "b", { note: "ask Ines" });
    laptop = send(laptop, server).answered();
    laptop = send(laptop, server).answered();
    expect(server).toEqual({ a: said(NOT_MET, "seen in the console", 3), b: said(MET, "ask Ines", 3) });
    expect(laptop.replaced).toEqual({ a: { answer: MET, note: "seen in the console" } });
  });

  it("keeps both notes while they fit, and tells the one that doesn't", () => {
    const server = { a: said(null, "theirs", 5) };
    expect(shown(send(say(startSaying({}), "a", { note: "mine" }), server).answered())?.note).toBe("theirs\n\nmine");
    const long = "x".repeat(LONGEST.saidNote);
    const told = send(say(startSaying({}), "a", { note: long }), server).answered();
    expect(shown(told)?.note).toBe(long);
    expect(told.replaced.a?.note).toBe("theirs");
  });

  it("says nothing of another device where the same stood already", () => {
    const told = send(say(startSaying({}), "a", { answer: MET }), { a: said(MET, "", 4) }).answered();
    expect(told).toMatchObject({ stored: { a: said(MET, "", 4) }, unsent: {}, replaced: {} });
  });
});

describe("what is sent", () => {
  it("stays on top when it is changed on its way", () => {
    const server: Record<string, Said> = {};
    const first = send(say(startSaying({}), "a", { note: "long" }), server);
    const changed = first.answered(say(first.sent, "a", { note: "longer" }));
    expect(shown(changed)).toMatchObject({ note: "longer", sequence: 2 });
    expect(keptOf(send(changed, server).answered())).toBeNull();
    expect(server.a).toEqual(said(null, "longer", 2));
  });

  it("is no other's where it arrived and its reply was lost, also over a reload", () => {
    const server: Record<string, Said> = {};
    const { sent } = send(say(startSaying({}), "a", { note: "a wrod" }), server);
    const changed = say(sent, "a", { note: "a word" });
    for (const again of [send(changed, server).answered(), reloaded(changed, server)]) {
      expect(again.replaced).toEqual({});
      expect(shown(again)).toMatchObject({ note: "a word", sequence: 2 });
    }
  });

  it("goes in parts, all of it", () => {
    const server: Record<string, Said> = {};
    let state = ["a", "b", "c"].reduce((all, criterion) => say(all, criterion, { answer: MET }), startSaying({}));
    state = send(state, server, 2).answered();
    expect(Object.keys(state.unsent)).toEqual(["c"]);
    expect(keptOf(send(state, server, 2).answered())).toBeNull();
  });
});

describe("what is being typed", () => {
  it("leaves what was said as it is, and is over once it is an answer", () => {
    const begun = keepTyped(startSaying({ a: said(MET) }), "a", { entry: { status: "partly", text: "" } });
    expect(shown(begun)?.answer).toEqual(MET);
    expect([unfinished(begun), unfinished(say(begun, "a", { answer: partly(0.5) }))]).toEqual([1, 0]);
    expect(unfinished(say(begun, "a", { note: "still typing" }))).toBe(1);
    expect(unfinished(say(begun, "a", { answer: MET }))).toBe(0);
  });

  it("comes back with what isn't sent, on top of what stands by then", () => {
    let state = say(startSaying({}), "a", { answer: MET, note: "a word" });
    state = keepTyped(state, "b", { entry: { status: "not-applicable", text: "no su" }, note: "far too long" });
    const back = reloaded(state, { a: said(NOT_MET, "", 1) });
    expect(shown(back)).toMatchObject({ answer: MET, note: "a word", sequence: 2 });
    expect(back.typed).toEqual(state.typed);
    expect(back.replaced).toEqual({ a: { answer: NOT_MET, note: "" } });
  });

  it("comes back under what was said since the page came", () => {
    const kept = keptOf(say(startSaying({}), "a", { answer: MET, note: "a word" }));
    expect(shown(adoptKept(say(startSaying({}), "a", { answer: NOT_MET }), kept))).toMatchObject({
      answer: NOT_MET,
      note: "a word",
    });
  });
});

describe("what a device kept", () => {
  it("is read as it was kept before, too", () => {
    const earlier = readKept(JSON.stringify({ a: said(MET, "a word", 7) }));
    expect(earlier?.unsent.a).toMatchObject({ answer: MET, note: "a word", sequence: 7 });
  });

  it.each(["", "[]", "null", '{"a":1}', '{"a":{"answer":{"status":"odd"},"note":"","sequence":1}}'])(
    "of %j is nothing",
    (text) => {
      expect(readKept(text)).toBeNull();
    },
  );

  it("leaves out what it can't read", () => {
    const text = JSON.stringify({
      unsent: { a: { ...said(MET), over: said(null), sent: [] }, b: 1 },
      typed: { c: { entry: 1 } },
    });
    expect(readKept(text)).toMatchObject({ unsent: { a: { sequence: 1 } }, typed: {} });
    expect(Object.keys(readKept(text)?.unsent ?? {})).toEqual(["a"]);
  });
});
