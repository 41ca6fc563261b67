import type { PillarDatum } from "../../charts/types";
import { formatLevel } from "../../words/format";
import { levelKeyWords } from "../../words/marks";
import type { Drawing, Shape } from "./drawing";
import { levelBar } from "./level-bar";
import { levelKey } from "./level-key";

const ROW = 33;
const NAME = 92;
const FIGURES = 96;

/** One gauge per pillar, with its stage and the reason for it under the bar. */
export function pillarBars(
  pillars: readonly PillarDatum[],
  { stages, width, lastDay }: Readonly<{ stages: number; width: number; lastDay?: string }>,
): Drawing {
  const barWidth = width - NAME - FIGURES;
  const rows = pillars.flatMap((pillar, index): readonly Shape[] => {
    const top = 6 + index * ROW;
    const right = NAME + barWidth + 12;
    return [
      { kind: "label", at: [0, top + 8.5], text: pillar.name, size: 9.4, weight: "medium", room: NAME - 8 },
      ...levelBar({ ...pillar, stages }, { x: NAME, y: top, width: barWidth, height: 10 }, pillar.stage.tone),
      {
        kind: "label",
        at: [right + 20, top + 8.5],
        anchor: "end",
        text: formatLevel(pillar.low),
        size: 9,
        figures: true,
      },
      { kind: "mark", at: [right + 27, top + 1], size: 8.5, stage: pillar.stage },
      { kind: "label", at: [right + 39, top + 8.5], text: pillar.stage.name, size: 8, room: FIGURES - 51 },
      {
        kind: "label",
        at: [NAME, top + 20],
        text: pillar.reason ?? "",
        size: 7.1,
        colour: "ink-2",
        room: width - NAME,
      },
    ];
  });
  const height = 6 + pillars.length * ROW;
  const key = levelKeyWords({});
  const last =
    lastDay !== undefined && pillars.some((pillar) => pillar.last !== undefined) ? "last snapshot" : undefined;
  const target = pillars.some((pillar) => pillar.target !== undefined) ? "target" : undefined;
  return {
    width,
    height: height + 14,
    shapes: [...rows, ...levelKey({ ...key, last, target }, { x: NAME, y: height + 8 })],
  };
}
