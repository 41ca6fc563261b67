import type { Unlock } from "../scoring/explain";
import type { ContentIndex } from "./content-index";

/** What meeting something opens, the largest first: "opens Network: Advanced", "" where it opens nothing. */
export function unlockWords(unlocks: readonly Unlock[], index: ContentIndex): string {
  const overall = unlocks.find(({ of }) => of === "overall");
  if (overall) return `opens ${index.stageOf(overall.to).name} overall`;
  const [largest] = [...unlocks].sort((a, b) => RANK[b.of] - RANK[a.of]);
  if (!largest?.id) return "";
  const name = largest.of === "pillar" ? index.pillarOf(largest.id).title : index.topicOf(largest.id).topic.short;
  return `opens ${name}: ${index.stageOf(largest.to).name}`;
}

const RANK = { topic: 0, pillar: 1, overall: 2 };
