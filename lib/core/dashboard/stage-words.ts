import type { StageRef } from "../marks/stage-ref";
import { reaches } from "../scoring/evaluate";
import type { NextStage, StageReason } from "../scoring/explain-stage";
import type { PillarScore } from "../scoring/types";
import { formatCount, formatLevel, formatNames, formatNumberOf } from "../words/format";
import type { ContentIndex } from "./content-index";

/** The stages of the other two scores; that at best only while something is not known. */
export function otherStagesWords(
  { stageVerified, stageHigh }: Readonly<{ stageVerified: StageRef; stageHigh: StageRef }>,
  { answered, inScope }: Readonly<{ answered: number; inScope: number }>,
): string {
  const verified = `Verified by evidence: ${stageVerified.name}.`;
  return answered === inScope ? verified : `${verified} At best, once all is known: ${stageHigh.name}.`;
}

/** What a next stage lacks: "gate Privileged access is short", "2 gates are short", "2 more topics needed". */
export function shortfallWords(next: NextStage, index: ContentIndex): string {
  const [gate, ...others] = next.shortGates;
  if (gate && others.length === 0) return `gate ${index.topicOf(gate.topic).topic.short} is short`;
  if (gate) return `${others.length + 1} gates are short`;
  return `${formatNumberOf(topicsNeeded(next, index), "more topic")} needed`;
}

/**
 * The least number of further topics that bring the share of the weight to what is needed, whichever they are: the
 * heaviest ones.
 *
 * @param reachedToo ids of topics that are taken to have reached the stage as well
 */
export function topicsNeeded(next: NextStage, index: ContentIndex, reachedToo: readonly string[] = []): number {
  const weightOf = (id: string) => index.topicOf(id).topic.weight;
  const below = next.below.map(({ topic }) => topic);
  const missing = below.filter((id) => !reachedToo.includes(id)).map(weightOf);
  const shortWeight = below.reduce((sum, id) => sum + weightOf(id), 0);
  // Nothing is short where the share is whole; else the weight that is short gives the whole.
  const whole = next.share < 1 ? shortWeight / (1 - next.share) : 1;
  let left = missing.reduce((sum, weight) => sum + weight, 0);
  let count = 0;
  for (const weight of missing.sort((a, b) => b - a)) {
    if (reaches(1 - left / whole, next.needed)) break;
    left -= weight;
    count += 1;
  }
  return count;
}

/**
 * Why the whole has its stage: who decides it, who stands higher, and which pillar's level and stage seem not to agree.
 * Pillars in the order of the content.
 */
export function overallStageWords(
  pillars: readonly PillarScore[],
  reasons: readonly StageReason[],
  index: ContentIndex,
): string {
  const stages = pillars.map((pillar) => index.stageOf(pillar.stage));
  const lowest = Math.min(...stages.map((stage) => stage.number));
  const stage = stages.find(({ number }) => number === lowest);
  if (!stage) return "";
  const name = (pillar: PillarScore) => index.pillarOf(pillar.id).title;
  const higher = pillars.filter((_, i) => (stages[i]?.number ?? 0) > lowest);
  return [
    decidedBy(pillars.map(name), pillars.length - higher.length, stage),
    holders(higher, index),
    mismatch(pillars, reasons, index),
  ]
    .filter(Boolean)
    .join(" ");
}

function decidedBy(names: readonly string[], atLowest: number, stage: StageRef): string {
  const called = stage.name.toLowerCase();
  if (names.length === 1) return `${names[0]} is the only pillar in scope, and ${called}.`;
  if (atLowest === names.length) {
    const all = names.length === 2 ? "Both" : `All ${formatCount(names.length)}`;
    return `${all} pillars are ${called}.`;
  }
  return `The lowest pillar decides: ${formatCount(atLowest)} of ${formatCount(names.length)} ${atLowest === 1 ? "is" : "are"} ${called}.`;
}

/** "Devices holds Advanced; Identity and Apps hold Optimal." */
function holders(pillars: readonly PillarScore[], index: ContentIndex): string {
  const groups = index.stages.flatMap((stage) => {
    const holding = pillars.filter((pillar) => index.stageOf(pillar.stage).number === stage.number);
    const names = holding.map(({ id }) => index.pillarOf(id).title);
    return names.length === 0
      ? []
      : [`${formatNames(names, { most: 3 })} ${names.length === 1 ? "holds" : "hold"} ${stage.name}`];
  });
  return groups.length === 0 ? "" : `${groups.join("; ")}.`;
}

/** The highest pillar whose level is that of a stage that it hasn't reached; else the lowest with a stage above its level. */
function mismatch(pillars: readonly PillarScore[], reasons: readonly StageReason[], index: ContentIndex): string {
  const number = (pillar: PillarScore) => index.stageOf(pillar.stage).number;
  const [above] = pillars.filter((pillar) => pillar.low >= number(pillar) + 1).sort((a, b) => b.low - a.low);
  if (above) {
    const next = reasons.find(({ pillar }) => pillar === above.id)?.next;
    const why = next ? `: ${theirs(shortfallWords(next, index), next.shortGates.length)}` : "";
    return `${index.pillarOf(above.id).title} has the level (${formatLevel(above.low)}) and not the stage${why}.`;
  }
  const [below] = pillars
    .filter((pillar) => number(pillar) > 1 && number(pillar) < index.stages.length && pillar.low < number(pillar))
    .sort((a, b) => a.low - b.low);
  if (!below) return "";
  return `${index.pillarOf(below.id).title} has the stage at a level of ${formatLevel(below.low)}: enough of each stage holds.`;
}

function theirs(shortfall: string, gates: number): string {
  if (gates === 1) return `its ${shortfall}`;
  return gates > 1 ? shortfall.replace("gates", "of its gates") : shortfall;
}
