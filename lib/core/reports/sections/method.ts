import { formatDay, formatNames, formatPercent } from "../../words/format";
import type { Block } from "../document";
import { bullets, cells, paragraph, strong, together } from "../text";
import type { Section } from "./section";

/** The definition of the scores in words, complete: with the answers and weights listed below, anyone can recompute them. */
export const method: Section = ({ input: { questionnaire, claims }, stages }) => {
  const n = stages.length;
  const needed = formatPercent(questionnaire.threshold);
  const upper = stages.slice(1).map(({ number, name }) => `${name} is stage ${number}`);
  const chain = stages.slice(1).map((_, index) =>
    stages
      .slice(1, index + 2)
      .map(({ number }) => `M(${number})`)
      .join(" × "),
  );
  return [
    together(
      { kind: "heading", level: 1, text: "Method and definitions" },
      paragraph(
        `Stages are numbered 1 to ${n}; everyone starts at stage 1, ${stages[0]?.name ?? ""}, and criteria belong to the stages above: ${formatNames(upper)}. All scores follow from the answers, the evidence as of ${formatDay(claims.asOf)}, the profile and the weights in the answers below. Comparisons allow a tolerance of 0.000000001, so that rounding decides nothing.`,
      ),
      { kind: "heading", level: 2, text: "Value of a criterion" },
      valueTable(),
    ),
    paragraph(
      strong("Verified. "),
      "Evidence counts when it is accepted (by somebody else than who answered, or because it comes from a mapped scanner), dated on or before the as-of day, and not dismissed with a reason. Of one source only the newest observation of a criterion counts. Supporting evidence counts until the day before it expires; a contradiction doesn't expire, only a newer observation or a dismissal ends it. Without any supporting or measured evidence the verified value is 0. Else it is the smallest of the claim and all shares that were measured; and it is 0 where a contradiction without a measurement stands. An accepted risk changes no value.",
    ),
    { kind: "heading", level: 2, text: "Topic" },
    paragraph(
      "For each stage k above the first, M(k) is the weighted mean of the values of the topic's applicable criteria of that stage. A stage without applicable criteria takes M of the nearest higher stage that has some, and 1 if none has. A topic without any applicable criterion is left out.",
    ),
    ...bullets(
      [
        strong("Level"),
        ` = 1 + ${chain.join(" + ")}. Work on a higher stage counts only as far as the stage below it holds.`,
      ],
      [strong("Stage"), `: the highest k such that M(j) of every stage j from 2 up to k is ${needed} or more.`],
    ),
    { kind: "heading", level: 2, text: "Pillar and whole" },
    ...bullets(
      [strong("Level of a pillar"), ": the weighted mean of its topics' levels."],
      [
        strong("Stage of a pillar"),
        `: the highest k such that, for every stage from 2 up to k, all gates that count there have reached it, and topics of at least ${needed} of the weight that counts there have. A topic counts at a stage if the questionnaire gives it criteria at that stage or below; where none counts, the verdict of the next stage above holds.`,
      ],
      [strong("Overall level"), `: the weighted mean of the pillars' levels; ${pillarWeights(questionnaire.pillars)}.`],
      [strong("Overall stage"), ": the lowest stage of a pillar. With no pillar left there is no score, never 0."],
      [
        strong("Out of scope"),
        ": a topic whose condition the profile denies counts nowhere; a fact that the profile doesn't give counts as true.",
      ],
    ),
    { kind: "heading", level: 2, text: "Low, high, verified" },
    paragraph(
      "Each score is computed three times over, from the low, the high and the verified values. Low and high are exact bounds: whatever the unknown answers turn out to be, “not applicable” included, level and stage lie between them. Stage and headline level are those of the low score. Verified is never above low.",
    ),
    ...bullets(
      [
        strong("Completeness"),
        ": criteria answered with anything but unknown, of the criteria in scope; counted, not weighted.",
      ],
      [
        strong("Gain"),
        ": the rise of the low level if a criterion, or all that an initiative delivers, were met and nothing else changed; computed by scoring anew, never estimated.",
      ],
      [
        strong("Principles, drivers and frameworks"),
        ": the same computation on the criteria so tagged, without gates, level only.",
      ],
    ),
  ];
};

function valueTable(): Block {
  const row = (answer: string, low: string, high: string, verified: string) => ({
    cells: cells(answer, low, high, verified),
  });
  return {
    kind: "table",
    caption: "Value of a criterion by its answer",
    showCaption: false,
    dense: false,
    columns: [
      { title: "Answer", align: "start", width: { share: 1 } },
      { title: "Low", align: "end", width: { points: 62 } },
      { title: "High", align: "end", width: { points: 62 } },
      { title: "Verified", align: "end", width: { points: 110 } },
    ],
    rows: [
      row("Met", "1", "1", "as below, of 1"),
      row("Partly: a share p between 0 and 1, or a count ÷ its population", "p", "p", "as below, of p"),
      row("Not met", "0", "0", "0"),
      row("Unknown, or not answered", "0", "1", "0"),
      row("Not applicable, accepted by somebody else than who answered", "left out", "left out", "left out"),
      row("Not applicable, not accepted yet", "left out", "left out", "0"),
    ],
  };
}

function pillarWeights(pillars: readonly Readonly<{ title: string; weight: number }>[]): string {
  const first = pillars[0]?.weight;
  if (pillars.every(({ weight }) => weight === first)) return "all pillars weigh the same";
  return `weights: ${pillars.map(({ title, weight }) => `${title} ${weight}`).join(", ")}`;
}
