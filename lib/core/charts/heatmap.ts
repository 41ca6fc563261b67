import type { StageRef } from "../marks/stage-ref";
import type { HeatmapColumn, TopicDatum } from "./types";

/** How many topics stand at each stage, from the lowest up, and how many hold something not known yet. */
export type HeatmapCounts = Readonly<{
  stages: readonly Readonly<{ stage: StageRef; topics: number }>[];
  unknown: number;
  topics: number;
}>;

/** Counts topics by their computed stage. `stages` lists every stage, so that empty ones are there too. */
export function heatmapCounts(topics: readonly TopicDatum[], stages: readonly StageRef[]): HeatmapCounts {
  return {
    stages: stages.map((stage) => ({
      stage,
      topics: topics.filter((topic) => topic.stage.number === stage.number).length,
    })),
    unknown: topics.filter((topic) => topic.unknown > 0).length,
    topics: topics.length,
  };
}

/** The weakest topics first: by level, gates before others of the same level, then as the content orders them. */
export function weakestFirst(topics: readonly TopicDatum[]): readonly TopicDatum[] {
  return [...topics].sort((a, b) => a.low - b.low || Number(b.gate) - Number(a.gate));
}

/** All topics of all columns. */
export function allTopics(columns: readonly HeatmapColumn[]): readonly TopicDatum[] {
  return columns.flatMap((column) => column.topics);
}
