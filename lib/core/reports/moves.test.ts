import { describe, expect, it } from "vitest";
import { smallInitiative } from "../../../tests/support/small-initiative";
import { smallClaims, smallTree } from "../../../tests/support/small-model";
import { compileModel } from "../scoring/compile-model";
import { orderMoves } from "./moves";

const model = compileModel(
  smallTree({ pillars: { p: { topics: { t: { criteria: { advanced: { a: 1, b: 1 }, optimal: { o: 1 } } } } } } }),
);
const order = (initiatives: Parameters<typeof orderMoves>[0]["initiatives"], answers = {}) =>
  orderMoves({ model, claims: smallClaims(answers), initiatives, limit: 10 });

describe("orderMoves", () => {
  it("takes the largest gain per person-day first and scores anew after each", () => {
    // From 1: a or b alone is +0.5; o is worth something only on what holds below it.
    const moves = order([
      smallInitiative("x.o", ["o"], { days: 1 }),
      smallInitiative("x.a", ["a"], { days: 10 }),
      smallInitiative("x.b", ["b"], { days: 5 }),
    ]);
    expect(moves.map(({ initiative, gain, level }) => [initiative.id, gain, level])).toEqual([
      ["x.b", 0.5, 1.5],
      ["x.o", 0.5, 2],
      ["x.a", 1, 3],
    ]);
    expect(moves.at(-1)?.raises).toEqual([{ pillar: "p", to: "optimal" }]);
  });

  it("never starts before a prerequisite that has something open", () => {
    const initiatives = [
      smallInitiative("x.a", ["a"], { days: 1, needs: ["x.b"] }),
      smallInitiative("x.b", ["b"], { days: 100 }),
    ];
    expect(order(initiatives).map(({ initiative }) => initiative.id)).toEqual(["x.b", "x.a"]);
    expect(order(initiatives, { b: "met" }).map(({ initiative }) => initiative.id)).toEqual(["x.a"]);
  });

  it("leaves out what has nothing open, and ends where only a circle is left", () => {
    expect(order([smallInitiative("x.a", ["a"])], { a: "met" })).toEqual([]);
    expect(
      order([smallInitiative("x.a", ["a"], { needs: ["x.b"] }), smallInitiative("x.b", ["b"], { needs: ["x.a"] })]),
    ).toEqual([]);
  });
});
