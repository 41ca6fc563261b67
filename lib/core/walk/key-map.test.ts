import { describe, expect, it } from "vitest";
import { keyList } from "./key-list";
import { commandOf, type KeyPress } from "./key-map";

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: "",
  ctrl: false,
  meta: false,
  alt: false,
  shift: false,
  repeat: false,
  writing: false,
  ...more,
});
const options = { stages: 3, singleKeys: true };
const of = (key: string, more: Partial<KeyPress> = {}) => commandOf(press(key, more), options);

describe("commandOf", () => {
  it("knows the answers, whatever the case", () => {
    expect(of("m")).toEqual({ kind: "answer", status: "met" });
    expect(of("M")).toEqual({ kind: "answer", status: "met" });
    expect(of("n")).toEqual({ kind: "answer", status: "not-applicable" });
  });

  it("takes digits by position: AZERTY writes & where 1 is", () => {
    expect(of("&", { code: "Digit1" })).toEqual({ kind: "pick", stage: 1 });
    expect(of("1", { code: "Digit1", shift: true })).toEqual({ kind: "pick", stage: 1 });
    expect(of("3", { code: "Numpad3" })).toEqual({ kind: "pick", stage: 3 });
    expect(of("à", { code: "Digit0" })).toEqual({ kind: "rest-not-met" });
  });

  it("has as many stage keys as the model has stages", () => {
    expect(of("4", { code: "Digit4" })).toBeNull();
    expect(commandOf(press("4", { code: "Digit4" }), { stages: 4, singleKeys: true })).toEqual({
      kind: "pick",
      stage: 4,
    });
  });

  it("takes / and ? by what they write: on a German keyboard they are Shift with 7 and ß", () => {
    expect(of("/", { code: "Digit7", shift: true })).toEqual({ kind: "find" });
    expect(of("?", { code: "Minus", shift: true })).toEqual({ kind: "keys" });
    expect(of("!", { code: "Digit1", shift: true })).toBeNull();
  });

  it("takes letters by position where the layout writes none", () => {
    expect(of("ь", { code: "KeyM" })).toEqual({ kind: "answer", status: "met" });
    expect(of("q", { code: "KeyA" })).toBeNull();
  });

  it("never fires while writing, nor with a modifier", () => {
    expect(of("m", { writing: true })).toBeNull();
    expect(of("z", { writing: true, ctrl: true })).toBeNull();
    for (const modifier of ["ctrl", "meta", "alt", "shift"] as const) expect(of("m", { [modifier]: true })).toBeNull();
    expect(of("ArrowDown", { shift: true })).toBeNull();
  });

  it("undoes with Ctrl or ⌘ and Z, not with Shift", () => {
    expect(of("z", { ctrl: true })).toEqual({ kind: "undo" });
    expect(of("z", { meta: true })).toEqual({ kind: "undo" });
    expect(of("Z", { ctrl: true, shift: true })).toBeNull();
  });

  it("ignores a held key where each press would change something", () => {
    expect(of("m", { repeat: true })).toBeNull();
    expect(of("1", { code: "Digit1", repeat: true })).toBeNull();
    expect(of("j", { repeat: true })).toEqual({ kind: "topic", by: 1 });
    expect(of("ArrowDown", { repeat: true })).toEqual({ kind: "criterion", by: 1 });
  });

  it("keeps arrows, Escape and undo with single keys switched off", () => {
    const off = { stages: 3, singleKeys: false };
    expect(commandOf(press("m"), off)).toBeNull();
    expect(commandOf(press("?"), off)).toBeNull();
    expect(commandOf(press("ArrowUp"), off)).toEqual({ kind: "criterion", by: -1 });
    expect(commandOf(press("z", { ctrl: true }), off)).toEqual({ kind: "undo" });
  });

  it("lists every letter it knows", () => {
    const listed = keyList(3, "Ctrl Z").flatMap((group) => group.keys.flatMap((entry) => entry.keys));
    for (const letter of "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
      expect(listed.includes(letter), letter).toBe(of(letter) !== null);
  });
});
