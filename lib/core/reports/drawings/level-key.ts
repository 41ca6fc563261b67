import type { Label, Shape } from "./drawing";

const SIZE = 7.4;
const GAP = 12;
/** Mean advance of a letter in shares of the type size: enough to set short labels side by side. */
const ADVANCE = 0.53;

/** The key of a level bar in one row, from `x` on: verified, claimed, not known yet, and what is compared with. */
export function levelKey(
  words: Readonly<{ verified: string; claimed: string; unknown: string; last?: string; target?: string }>,
  { x, y }: Readonly<{ x: number; y: number }>,
): readonly Shape[] {
  const shapes: Shape[] = [];
  let left = x;
  const entry = (text: string, signWidth: number, sign: (at: number) => readonly Shape[]) => {
    const label: Label = { kind: "label", at: [left + signWidth + 4, y], text, size: SIZE, colour: "ink-2" };
    shapes.push(...sign(left), label);
    left += signWidth + 4 + text.length * SIZE * ADVANCE + GAP;
  };
  const top = y - 6;
  entry(words.verified, 14, (at) => [{ kind: "rect", x: at, y: top, width: 14, height: 6, fill: "ink-2" }]);
  entry(words.claimed, 14, (at) => [
    { kind: "rect", x: at + 0.5, y: top + 0.5, width: 13, height: 5, stroke: "ink-2", strokeWidth: 1 },
  ]);
  entry(words.unknown, 14, (at) => [{ kind: "rect", x: at, y: top, width: 14, height: 6, fill: "hatch" }]);
  if (words.last !== undefined) {
    entry(words.last, 6, (at) => [
      { kind: "circle", at: [at + 3, y - 3], radius: 2.6, stroke: "ink", strokeWidth: 1, fill: "surface" },
    ]);
  }
  if (words.target !== undefined) {
    entry(words.target, 6, (at) => [
      {
        kind: "path",
        closed: true,
        fill: "ink",
        points: [
          [at, top + 0.5],
          [at + 6, top + 0.5],
          [at + 3, top + 5],
        ],
      },
    ]);
  }
  return shapes;
}
