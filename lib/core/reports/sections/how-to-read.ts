import { formatLevel, formatPercent } from "../../words/format";
import { levelBarWords, levelKeyWords } from "../../words/marks";
import type { Drawing } from "../drawings/drawing";
import { levelBar } from "../drawings/level-bar";
import { levelKey } from "../drawings/level-key";
import { bullets, cells, PAGE_BREAK, paragraph, stageText, strong } from "../text";
import { PAGE_WIDTH } from "../widths";
import type { Section } from "./section";
import { whatWasAssessed } from "./what-was-assessed";

/** Made up to show each part of the gauge; says so beside it. */
const EXAMPLE = { low: 2.1, high: 2.4, verified: 1.7, last: 1.9, target: 2.6 } as const;

/** The notation: stages, levels, claimed and verified, what is not known. */
export const howToRead: Section = ({ stages, stage, input, target, last }) => {
  const { questionnaire } = input;
  const values = { ...EXAMPLE, last: last ? EXAMPLE.last : undefined, target: target ? EXAMPLE.target : undefined };
  return [
    PAGE_BREAK,
    { kind: "heading", level: 1, text: "How to read this report" },
    paragraph(
      `The assessment asks of each of ${questionnaire.pillars.length} pillars, topic by topic, which observable facts hold. From the answers it computes two things, and never rounds one into the other: a `,
      strong("stage"),
      " and a ",
      strong("level"),
      ".",
    ),
    { kind: "heading", level: 2, text: "Stages" },
    {
      kind: "table",
      caption: "Stages and what they mean",
      showCaption: false,
      dense: false,
      columns: [
        { title: "Stage", align: "start", width: { points: 96 } },
        { title: "What it means", align: "start", width: { share: 1 } },
      ],
      rows: questionnaire.stages.map(({ id, summary }) => ({ cells: cells(stageText(stage(id)), summary) })),
    },
    ...bullets(
      [
        strong("A topic"),
        ` reaches a stage when criteria of at least ${formatPercent(questionnaire.threshold)} of the weight of that stage, and of each stage below it, are met.`,
      ],
      [
        strong("A pillar"),
        ` reaches it when topics of at least ${formatPercent(questionnaire.threshold)} of its weight have, and every gate among them. A gate is a topic without which the rest protects little.`,
      ],
      [strong("The whole"), " has the stage of its lowest pillar, because an attacker takes the weakest way in."],
    ),
    { kind: "heading", level: 2, text: "Levels" },
    paragraph(
      `A level lies between 1 and ${stages.length} and moves with every single criterion, so that progress shows before a stage changes. Work on a higher stage counts only as far as the stage below it holds. Each level is told three ways:`,
    ),
    {
      kind: "figure",
      drawing: exampleBar(values, stages.length),
      alt: levelBarWords({ name: "An example of the gauge", ...values }),
      caption: ["An example, not a result of this assessment."],
    },
    ...bullets(
      [strong("Claimed"), " (outlined) follows the answers as they were given. It is the headline figure."],
      [
        strong("Verified"),
        " (filled) counts a claim only as far as accepted evidence of the day stands behind it. It is never above the claimed level, and falls when evidence expires.",
      ],
      [
        strong("Not known yet"),
        " (hatched) is the band up to the level that would follow if every unknown answer turned out to be met. Nothing is guessed in between.",
      ],
    ),
    paragraph(
      `So a level of ${formatLevel(2.58)} can be at stage 1 and one of ${formatLevel(2.44)} at a higher stage: a gate that is short, or topics that lag behind, keep a stage back however high the mean is. The report says which.`,
    ),
    ...whatWasAssessed(input),
  ];
};

function exampleBar(
  values: Readonly<{ low: number; high: number; verified: number; last?: number; target?: number }>,
  stages: number,
): Drawing {
  const key = levelKeyWords({});
  return {
    width: PAGE_WIDTH,
    height: 42,
    shapes: [
      ...levelBar({ ...values, stages }, { x: 0, y: 10, width: PAGE_WIDTH, height: 12 }, "ink-2"),
      ...levelKey(
        {
          ...key,
          last: values.last === undefined ? undefined : "last snapshot",
          target: values.target === undefined ? undefined : "target",
        },
        { x: 0, y: 38 },
      ),
    ],
  };
}
