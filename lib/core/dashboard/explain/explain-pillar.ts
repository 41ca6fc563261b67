import { explainOpen, whatHoldsBack } from "../../scoring/explain";
import { explainStages, type NextStage } from "../../scoring/explain-stage";
import { scoreAssessment } from "../../scoring/score";
import type { ContentIndex } from "../content-index";
import type { DashboardInput } from "../dashboard-input";
import { gateItem, type HoldBackItem } from "../hold-back";
import { type PillarRow, pillarRows } from "../pillar-rows";
import { topicsNeeded } from "../stage-words";
import type { Formula } from "./formula";
import { type OpenRow, openRows } from "./open-rows";
import { runAll } from "./runs";
import { levelsOf, meanFormulas, type WeightedPart } from "./weighted-parts";

/** What the next stage of a pillar asks for, in figures: gates that are short, share reached and share needed. */
export type NextStageView = Readonly<{
  stage: string;
  gates: readonly string[];
  topicsReached: number;
  topicsCounting: number;
  share: number;
  needed: number;
  /** The least number of further topics, the short gates among them. */
  topicsShort: number;
}>;

/** Why a pillar has its level and stage. */
export type PillarExplanation = Readonly<{
  of: "pillar";
  id: string;
  title: string;
  summary: string;
  weight: number;
  row: PillarRow;
  /** Day of the snapshot that is compared with. */
  since?: string;
  parts: readonly WeightedPart[];
  formulas: readonly Formula[];
  /** Null at the highest stage. */
  next: NextStageView | null;
  gates: readonly HoldBackItem[];
  open: readonly OpenRow[];
  /** Titles of topics that count nowhere. */
  leftOut: readonly string[];
}>;

/** Null for a pillar that the questionnaire doesn't have; "left-out" for one without a score. */
export function explainPillar(
  input: DashboardInput,
  id: string,
  index: ContentIndex,
): PillarExplanation | "left-out" | null {
  const pillar = index.pillars.get(id);
  if (!pillar) return null;
  const { model, claims, links } = input;
  const score = scoreAssessment(model, claims);
  const reasons = explainStages(model, claims);
  const row = pillarRows(input, score, reasons, index).find((candidate) => candidate.id === id);
  const scored = score.pillars.find((candidate) => candidate.id === id);
  if (!row || !scored) return "left-out";
  const p = model.pillars.findIndex((candidate) => candidate.id === id);
  const runs = runAll(model, claims);
  const stageOfTopic = new Map(scored.topics.map((topic) => [topic.id, index.stageOf(topic.stage)]));
  const parts = model.topics.flatMap((compiled, t): readonly WeightedPart[] => {
    if (compiled.pillar !== p) return [];
    const { topic } = index.topicOf(compiled.id);
    const levels = levelsOf(runs, (run) => run.topicLevel[t]);
    const href = links.explain({ of: "topic", id: topic.id });
    const stage = stageOfTopic.get(topic.id);
    return [{ id: topic.id, name: topic.title, href, weight: topic.weight, levels, stage, gate: topic.gate }];
  });
  const next = reasons.find((reason) => reason.pillar === id)?.next;
  return {
    of: "pillar",
    id,
    title: pillar.title,
    summary: pillar.summary,
    weight: pillar.weight,
    row,
    since: input.against?.past.day,
    parts: parts.filter(({ levels }) => levels.claimed !== undefined || levels.verified !== undefined),
    formulas: meanFormulas(
      parts,
      levelsOf(runs, (run) => run.pillarLevel[p]),
    ),
    next: next ? viewNext(next, index) : null,
    gates: whatHoldsBack(model, claims)
      .gates.filter((gate) => gate.pillar === id)
      .map((gate) => gateItem(input, gate, reasons, index)),
    open: openRows(
      input,
      explainOpen(model, claims).filter((open) => open.pillar === id),
      { by: "pillar", index },
    ),
    leftOut: parts.filter(({ levels }) => levels.claimed === undefined).map(({ name }) => name),
  };
}

function viewNext(next: NextStage, index: ContentIndex): NextStageView {
  const { topicsReached, topicsCounting, share, needed } = next;
  return {
    stage: index.stageOf(next.stage).name,
    gates: next.shortGates.map(({ topic }) => index.topicOf(topic).topic.title),
    topicsReached,
    topicsCounting,
    share,
    needed,
    topicsShort: topicsNeeded(next, index),
  };
}
