import type { StageRef } from "../../marks/stage-ref";
import type { Score } from "../../scoring/types";
import { formatLevel } from "../../words/format";
import { bandWords, levelKeyWords } from "../../words/marks";
import type { Drawing, Shape } from "./drawing";
import { levelBar } from "./level-bar";
import { levelKey } from "./level-key";

type Headline = Readonly<{
  score: Score;
  answered: number;
  inScope: number;
  stage: StageRef;
  stages: readonly StageRef[];
  last?: Readonly<{ level: number; day: string }>;
  target?: number;
  width: number;
}>;

const GUTTER = 12;

/** Stage and level in large type over the gauge of the whole. */
export function headline({ score, answered, inScope, stage, stages, last, target, width }: Headline): Drawing {
  // The middle column says most.
  const [middle, right] = [width * 0.3, width * 0.7];
  const shapes: Shape[] = [
    ...column({ x: 0, end: middle, title: "Zero Trust stage", under: `stage ${stage.number} of ${stage.of}` }),
    { kind: "mark", at: [0, 18], size: 15, stage },
    {
      kind: "label",
      at: [21, 32],
      text: stage.name,
      size: 20,
      weight: "strong",
      colour: `${stage.tone}-ink`,
      room: middle - 2 * GUTTER - 21,
    },
    ...column({
      x: middle,
      end: right,
      title: "Level, claimed",
      level: score.low,
      under: bandWords({ low: score.low, high: score.high, answered, inScope }),
    }),
    ...column({
      x: right,
      end: width + GUTTER,
      title: "Level, verified by evidence",
      level: score.verified,
      under: `${formatLevel(score.low - score.verified)} rests on claims alone`,
    }),
    ...levelBar(
      {
        low: score.low,
        high: score.high,
        verified: score.verified,
        stages: stages.length,
        last: last?.level,
        target,
      },
      { x: 0, y: 66, width, height: 12 },
      stage.tone,
    ),
    ...stages.map((each): Shape => {
      const share = (each.number - 1) / (each.of - 1);
      return {
        kind: "label",
        at: [share * width, 91],
        anchor: share === 0 ? "start" : share === 1 ? "end" : "middle",
        text: `${each.number} ${each.name}`,
        size: 7.4,
        colour: "ink-2",
      };
    }),
    ...levelKey(levelKeyWords({ ...score, last, target }), { x: 0, y: 107 }),
  ];
  return { width, height: 110, shapes };
}

/** A title, a large level and a line under it, with a rule on the left of all columns but the first. */
function column({
  x,
  end,
  title,
  level,
  under,
}: Readonly<{ x: number; end: number; title: string; level?: number; under: string }>): readonly Shape[] {
  const line = { kind: "label", colour: "ink-2", room: end - x - GUTTER - 6 } as const;
  return [
    ...(x === 0 ? [] : [{ kind: "line", from: [x - GUTTER, 0], to: [x - GUTTER, 48], stroke: "line-strong" } as const]),
    { ...line, at: [x, 8], text: title, size: 8 },
    ...(level === undefined
      ? []
      : [
          {
            kind: "label",
            at: [x, 34],
            text: formatLevel(level),
            size: 25,
            weight: "strong",
            figures: true,
          } as const,
        ]),
    { ...line, at: [x, 47], text: under, size: 7.6 },
  ];
}
