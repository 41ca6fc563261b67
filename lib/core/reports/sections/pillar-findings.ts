import { capitalise, formatCount, formatLevel, formatNumberOf, formatPercent } from "../../words/format";
import { levelBarWords, levelKeyWords } from "../../words/marks";
import { formatSharePercent } from "../../words/shares";
import type { ReportContext, ScoredPillar } from "../context";
import type { Block, Text } from "../document";
import type { Drawing } from "../drawings/drawing";
import { levelBar } from "../drawings/level-bar";
import { levelKey } from "../drawings/level-key";
import { bullets, cells, figures, PAGE_BREAK, paragraph, soft, stageText, strong, together } from "../text";
import type { PillarView, TopicView } from "../views";
import { PAGE_WIDTH } from "../widths";
import { contradictionBlocks } from "./contradictions-table";
import { missingBlocks } from "./missing-criteria";
import type { Section } from "./section";

const MOST_STRENGTHS = 4;
/** More topics than these don't fit on a page with the pillar's gauge. */
const MOST_TOGETHER = 20;
/** Room for the level in large figures, left of the gauge. */
const FIGURE = 72;

/** Pillar by pillar: stage with its reason, topics, what stands, what is missing, what evidence contradicts. */
export const pillarFindings: Section = (context) => [
  PAGE_BREAK,
  { kind: "heading", level: 1, text: "Findings by pillar" },
  ...context.pillars.flatMap((pillar) => onePillar(context, pillar)),
];

function onePillar(context: ReportContext, view: PillarView): readonly Block[] {
  const { pillar, datum } = view;
  const heading: Block = { kind: "heading", level: 2, text: pillar.title, mark: datum?.stage };
  if (!datum) {
    return [
      heading,
      paragraph(`${pillar.title} has no score: nothing of it is in scope and applicable. It counts nowhere.`),
      ...outOfScope(view),
    ];
  }
  const scored = { ...view, datum };
  const top: readonly Block[] = [
    heading,
    paragraph(soft(pillar.summary)),
    {
      kind: "figure",
      drawing: pillarGauge(context, scored),
      alt: `${levelBarWords(datum)}. Stage ${datum.stage.name}.`,
    },
    paragraph(strong(`${datum.reason ?? datum.stage.name}.`), ` ${knownSentence(context, scored)}`),
    ...targetReason(context, scored),
    ...topicsTable(context, scored),
  ];
  return [
    ...(scored.topics.length <= MOST_TOGETHER ? [together(...top)] : top),
    ...outOfScope(view),
    ...strengths(context, scored),
    ...missingBlocks(context, scored),
    ...contradictionBlocks(scored.topics),
    ...exceptions(scored),
  ];
}

/** "Target 2.40: brokers sign in from devices of their own." */
function targetReason({ input }: ReportContext, { pillar, datum }: ScoredPillar): readonly Block[] {
  const reason = input.target.reasons?.[pillar.id];
  if (datum.target === undefined || !reason) return [];
  return [paragraph(strong(`Target ${formatLevel(datum.target)}:`), ` ${reason}`)];
}

function pillarGauge({ stages }: ReportContext, { datum }: ScoredPillar): Drawing {
  const key = levelKeyWords({ low: datum.low, high: datum.high, verified: datum.verified, target: datum.target });
  const last = datum.last === undefined ? undefined : `last snapshot ${formatLevel(datum.last)}`;
  const bar = { x: FIGURE, y: 8, width: PAGE_WIDTH - FIGURE, height: 12 };
  return {
    width: PAGE_WIDTH,
    height: 38,
    shapes: [
      { kind: "label", at: [0, 21], text: formatLevel(datum.low), size: 21, weight: "strong", figures: true },
      ...levelBar({ ...datum, stages: stages.length }, bar, datum.stage.tone),
      ...levelKey({ ...key, last }, { x: 0, y: 36 }),
    ],
  };
}

function knownSentence({ stage }: ReportContext, { score, datum }: ScoredPillar): string {
  if (!score) return "";
  const criteria = formatNumberOf(score.inScope, "criterion", "criteria");
  const open = score.inScope - score.answered;
  const known =
    open === 0
      ? `All ${criteria} are known.`
      : score.answered === 0
        ? `None of ${criteria} is known yet.`
        : `${formatCount(open)} of ${criteria} ${open === 1 ? "is" : "are"} not known yet.`;
  const verified = stage(score.stageVerified);
  const proof =
    verified.number === datum.stage.number ? "evidence verifies the stage" : `evidence verifies only ${verified.name}`;
  const claims = formatLevel(datum.low - datum.verified);
  if (formatLevel(datum.low) === "1.00") return known;
  const rests = claims === "0.00" ? "nothing rests on claims alone" : `${claims} of the level rests on claims alone`;
  return verified.number === 1 && datum.stage.number === 1
    ? `${known} ${capitalise(rests)}.`
    : `${known} ${capitalise(proof)}; ${rests}.`;
}

function topicsTable({ input: { questionnaire } }: ReportContext, { topics }: ScoredPillar): readonly Block[] {
  const upper = questionnaire.stages.slice(1);
  const present = topics.flatMap(({ topic, score, datum }) => (score && datum ? [{ topic, score, datum }] : []));
  return [
    {
      kind: "table",
      caption: `Topics, with the share of each stage that holds (${formatPercent(questionnaire.threshold)} needed)`,
      showCaption: true,
      dense: false,
      columns: [
        { title: "Topic", align: "start", width: { share: 1 } },
        { title: "Stage", align: "start", width: { points: 78 } },
        { title: "Claimed", align: "end", width: "content" },
        { title: "Up to", align: "end", width: "content" },
        { title: "Verified", align: "end", width: "content" },
        ...upper.map(({ title }) => ({ title, align: "end", width: "content" }) as const),
        { title: "Known", align: "end", width: "content" },
      ],
      rows: present.map(({ topic, score, datum }) => ({
        cells: cells(
          topic.gate ? [topic.title, soft(" · gate")] : [topic.title],
          stageText(datum.stage),
          [figures(formatLevel(score.low))],
          [figures(formatLevel(score.high))],
          [figures(formatLevel(score.verified))],
          ...score.means.map(({ low }): Text => [formatSharePercent(low, questionnaire.threshold)]),
          `${formatCount(score.answered)} of ${formatCount(score.inScope)}`,
        ),
      })),
    },
  ];
}

function outOfScope({ topics }: PillarView): readonly Block[] {
  const left = topics.filter(({ score }) => !score);
  if (left.length === 0) return [];
  return bullets(
    ...left.map((view): Text => {
      const why =
        view.outOfScope === undefined
          ? "every criterion of it is answered as not applicable"
          : `out of scope, as the answer is no to “${view.outOfScope}”`;
      return [strong(view.topic.title), soft(`: ${why}. It counts nowhere.`)];
    }),
  );
}

/** The topics that stand best: those above the first stage, by level. */
function strengths({ stages }: ReportContext, { topics, pillar }: ScoredPillar): readonly Block[] {
  const ranked = topics
    .flatMap((view) => (view.datum ? [{ ...view, datum: view.datum }] : []))
    .sort((a, b) => b.datum.low - a.datum.low);
  const best = ranked.filter(({ datum }) => datum.stage.number > 1).slice(0, MOST_STRENGTHS);
  const heading: Block = { kind: "heading", level: 3, text: "What stands" };
  if (best.length > 0) {
    return [heading, ...bullets(...best.map((view): Text => [strong(view.topic.title), `: ${strengthWords(view)}.`]))];
  }
  const first = ranked[0];
  const next = stages[1]?.name ?? "the next stage";
  if (!first || formatLevel(first.datum.low) === "1.00") {
    return [heading, paragraph(`No topic of ${pillar.title} has risen above level 1.00 yet.`)];
  }
  return [
    heading,
    paragraph(
      `No topic of ${pillar.title} has reached ${next} yet. The nearest by level is ${first.topic.title}: ${strengthWords(first)}.`,
    ),
  ];
}

function strengthWords({ datum, criteria }: TopicView & Readonly<{ datum: NonNullable<TopicView["datum"]> }>): string {
  const inScope = criteria.filter(({ inScope }) => inScope);
  const met = inScope.filter(({ answer }) => answer?.status === "met").length;
  const verified = inScope.filter((view) => (view.verified ?? 0) >= 1).length;
  const proof = met === 0 ? "" : verified === 0 ? ", none verified" : `, ${formatCount(verified)} of them verified`;
  return `${datum.stage.name}, level ${formatLevel(datum.low)}; ${formatCount(met)} of ${formatNumberOf(inScope.length, "criterion", "criteria")} met${proof}`;
}

function exceptions({ topics }: ScoredPillar): readonly Block[] {
  const accepted = topics
    .flatMap(({ criteria }) => criteria)
    .filter(({ exception }) => exception && exception.accepted !== false);
  if (accepted.length === 0) return [];
  return [
    paragraph(
      soft(
        `${formatNumberOf(accepted.length, "deviation")} of this pillar ${accepted.length === 1 ? "is an accepted risk" : "are accepted risks"} and ${accepted.length === 1 ? "stands" : "stand"} in the register below; no score counts ${accepted.length === 1 ? "it" : "them"} as met.`,
      ),
    ),
  ];
}
