import type { HeatmapColumn } from "../charts/types";
import type { AssessmentScore } from "../scoring/types";
import type { ContentIndex } from "./content-index";
import type { DashboardInput } from "./dashboard-input";
import type { PillarRow } from "./pillar-rows";

/** Pillars and topics that have a score, in the order of the content. */
export function topicColumns(
  { links }: Pick<DashboardInput, "links">,
  score: AssessmentScore,
  rows: readonly PillarRow[],
  index: ContentIndex,
): readonly HeatmapColumn[] {
  return score.pillars.flatMap((pillar, i) => {
    const row = rows[i];
    if (!row) return [];
    const topics = pillar.topics.map((scored) => {
      const { topic } = index.topicOf(scored.id);
      return {
        id: scored.id,
        name: topic.short,
        stage: index.stageOf(scored.stage),
        href: links.explain({ of: "topic", id: scored.id }),
        low: scored.low,
        high: scored.high,
        verified: scored.verified,
        gate: topic.gate,
        unknown: scored.inScope - scored.answered,
      };
    });
    return [{ pillar: row, topics }];
  });
}
