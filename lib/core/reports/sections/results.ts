import type { PillarDatum, ProjectedPoint, TrendPoint } from "../../charts/types";
import { heatmapSentence, pillarsSentence, radarSentence, topicWords, trendSentence } from "../../words/charts";
import { formatCount, formatDay, formatLevel } from "../../words/format";
import { levelBarWords } from "../../words/marks";
import type { ReportContext } from "../context";
import type { Block, Row, Text } from "../document";
import { heatmap } from "../drawings/heatmap";
import { pillarBars } from "../drawings/pillar-bars";
import { radar } from "../drawings/radar";
import { trend } from "../drawings/trend";
import { cells, figures, PAGE_BREAK, paragraph, stageText, strong } from "../text";
import { PAGE_WIDTH } from "../widths";
import type { Section } from "./section";

/** A radar of fewer axes is a line. */
const FEWEST_AXES = 3;

/** The whole at a glance: pillars as gauges and as a shape, topics by stage, the way here. */
export const results: Section = (context) => {
  const { scored, overall } = context;
  const heading: readonly Block[] = [PAGE_BREAK, { kind: "heading", level: 1, text: "Results" }];
  if (!overall) return [...heading, paragraph("No pillar has a score.")];
  return [
    ...heading,
    { kind: "heading", level: 2, text: "By pillar" },
    ...pillarBlocks(context),
    ...(scored.length >= FEWEST_AXES ? shapeBlocks(context) : []),
    ...topicBlocks(context),
    ...trendBlocks(context),
  ];
};

function pillarBlocks({
  scored,
  overall,
  stages,
  last,
  target,
  score,
  pillars,
  stage,
}: ReportContext): readonly Block[] {
  const data = scored.map(({ datum }) => datum);
  const out = pillars.filter(({ datum }) => !datum).map(({ pillar }) => pillar.title);
  const columns = [
    "Claimed",
    "Up to",
    "Verified",
    ...(last ? ["Last"] : []),
    ...(target === undefined ? [] : ["Target"]),
    "Known",
  ];
  const row = (name: Text, of: Text, levels: Omit<PillarDatum, "id" | "name" | "stage">, known: string): Row => ({
    cells: cells(
      name,
      of,
      [figures(formatLevel(levels.low))],
      [figures(formatLevel(levels.high))],
      [figures(formatLevel(levels.verified))],
      ...(last ? [[figures(levels.last === undefined ? "–" : formatLevel(levels.last))]] : []),
      ...(target === undefined ? [] : [[figures(levels.target === undefined ? "–" : formatLevel(levels.target))]]),
      known,
    ),
  });
  const known = (of: Readonly<{ answered: number; inScope: number }>) =>
    `${formatCount(of.answered)} of ${formatCount(of.inScope)}`;
  return [
    {
      kind: "figure",
      drawing: pillarBars(data, { stages: stages.length, width: PAGE_WIDTH, lastDay: last?.asOf }),
      alt: data.map((datum) => `${levelBarWords(datum)}. ${datum.reason ?? ""}.`).join(" "),
      caption: [pillarsSentence(data, overall)],
    },
    {
      kind: "table",
      caption: "Levels by pillar, and criteria known",
      showCaption: false,
      dense: false,
      columns: [
        { title: "Pillar", align: "start", width: { share: 1 } },
        { title: "Stage", align: "start", width: { points: 84 } },
        ...columns.map((title) => ({ title, align: "end", width: "content" }) as const),
      ],
      rows: [
        ...scored.map(({ pillar, datum, score: own }) =>
          row([pillar.title], stageText(datum.stage), datum, own ? known(own) : ""),
        ),
        ...(overall
          ? [
              row(
                [strong("Overall")],
                stageText(stage(overall.stage)),
                { ...overall, last: last?.level ?? undefined, target },
                known(score),
              ),
            ]
          : []),
      ],
    },
    ...(out.length === 0
      ? []
      : [paragraph(`Without a score, as nothing of it is in scope and applicable: ${out.join(", ")}.`)]),
  ];
}

function shapeBlocks({ scored, stages }: ReportContext): readonly Block[] {
  const data = scored.map(({ datum }) => datum);
  return [
    { kind: "heading", level: 2, text: "The shape of it" },
    {
      kind: "figure",
      drawing: radar(data, { stages: stages.length, width: PAGE_WIDTH }),
      alt: `Radar of the pillars. ${data.map((datum) => levelBarWords(datum)).join(". ")}.`,
      caption: [radarSentence(data)],
    },
  ];
}

function topicBlocks({ heatmap: columns, stages }: ReportContext): readonly Block[] {
  const words = columns.map(({ pillar, topics }) => `${pillar.name}: ${topics.map(topicWords).join("; ")}.`);
  return [
    { kind: "heading", level: 2, text: "Topics by stage" },
    {
      kind: "figure",
      drawing: heatmap(columns, { stages, width: PAGE_WIDTH }),
      alt: `Map of the topics. ${words.join(" ")}`,
      caption: [heatmapSentence(columns, stages)],
    },
  ];
}

function trendBlocks(context: ReportContext): readonly Block[] {
  const { input, overall, stages, target } = context;
  const { asOf } = input.claims;
  if (!overall) return [];
  // A day has one level: of several snapshots that of the last one taken.
  const byDay = new Map(
    input.snapshots.flatMap(({ asOf: day, level }): readonly [string, TrendPoint][] =>
      level !== null && day < asOf ? [[day, { day, level }]] : [],
    ),
  );
  const earlier = [...byDay.values()].sort((a, b) => a.day.localeCompare(b.day));
  const points = [...earlier, { day: asOf, level: overall.low }];
  const projection = projectionOf(context);
  if (points.length + projection.length < 2) return [];
  const snapshots = points.length < 2 ? "" : trendSentence({ snapshots: points, projection: [], target });
  const ends = projection.at(-1);
  const ahead = ends ? ` Dashed: the plan, which ends at ${formatLevel(ends.level)} on ${formatDay(ends.day)}.` : "";
  return [
    { kind: "heading", level: 2, text: projection.length > 0 ? "The way here and on" : "The way here" },
    {
      kind: "figure",
      drawing: trend({ points, projection, target }, { stages: stages.length, width: PAGE_WIDTH }),
      alt: `Level over time. ${[...points, ...projection].map(({ day, level }) => `${formatDay(day)}: ${formatLevel(level)}`).join(", ")}.`,
      caption: [`${snapshots}${ahead}`.trim()],
    },
  ];
}

function projectionOf({ input: { plan, claims } }: ReportContext): readonly ProjectedPoint[] {
  return (plan?.quarters ?? []).flatMap(({ end, levels }) =>
    levels?.overall && end > claims.asOf ? [{ day: end, level: levels.overall.level }] : [],
  );
}
