import { describe, expect, it } from "vitest";
import { REVIEW_KEYS, reviewCommandOf } from "./review-keys";

const press = (key: string, more: object = {}) => ({
  ...{ key, ctrl: false, meta: false, alt: false, shift: false, writing: false },
  ...more,
});

describe("reviewCommandOf", () => {
  it.each([
    ["a", "accept"],
    ["A", "accept"],
    ["q", "ask"],
    ["j", "next"],
    ["k", "previous"],
    ["o", "open"],
    ["ArrowDown", "next"],
    ["ArrowUp", "previous"],
    ["x", null],
    ["Enter", null],
  ] as const)("%s: %s", (key, command) => {
    expect(reviewCommandOf(press(key), { singleKeys: true })).toBe(command);
  });

  it("leaves letters alone where single keys are off, and everything while writing or with a modifier", () => {
    expect(reviewCommandOf(press("a"), { singleKeys: false })).toBeNull();
    expect(reviewCommandOf(press("ArrowDown"), { singleKeys: false })).toBe("next");
    for (const held of ["ctrl", "meta", "alt", "shift", "writing"]) {
      expect(reviewCommandOf(press("a", { [held]: true }), { singleKeys: true })).toBeNull();
    }
  });

  it("shows every key that it knows", () => {
    const shown = REVIEW_KEYS.flatMap(({ keys }) => keys);
    expect([...shown].sort()).toEqual(["A", "J", "K", "O", "Q", "↑", "↓"].sort());
  });
});
