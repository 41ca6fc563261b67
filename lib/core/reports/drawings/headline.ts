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

/** Stage and level in large type over the gauge of the whole. */
export function headline({ score, answered, inScope, stage, stages, last, target, width }: Headline): Drawing {
  const third = width / 3;
  const caption = (x: number, text: string): Shape => ({
    kind: "label",
    at: [x, 8],
    text,
    size: 8,
    colour: "ink-2",
    room: third - 10,
  });
  const figure = (x: number, level: number): Shape => ({
    kind: "label",
    at: [x, 34],
    text: formatLevel(level),
    size: 25,
    weight: "strong",
    figures: true,
  });
  const beside = (x: number, text: string): Shape => ({
    kind: "label",
    at: [x, 47],
    text,
    size: 7.6,
    colour: "ink-2",
    room: third - 10,
  });
  const divider = (x: number): Shape => ({ kind: "line", from: [x, 0], to: [x, 48], stroke: "line-strong" });
  const shapes: Shape[] = [
    caption(0, "Zero Trust stage"),
    { kind: "mark", at: [0, 18], size: 15, stage },
    {
      kind: "label",
      at: [21, 32],
      text: stage.name,
      size: 20,
      weight: "strong",
      colour: `${stage.tone}-ink`,
      room: third - 34,
    },
    beside(0, `stage ${stage.number} of ${stage.of}, decided by the lowest pillar`),
    divider(third - 12),
    caption(third, "Level, claimed"),
    figure(third, score.low),
    beside(third, bandWords({ low: score.low, high: score.high, answered, inScope })),
    divider(2 * third - 12),
    caption(2 * third, "Level, verified by evidence"),
    figure(2 * third, score.verified),
    beside(2 * third, `${formatLevel(score.low - score.verified)} rests on claims alone`),
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
