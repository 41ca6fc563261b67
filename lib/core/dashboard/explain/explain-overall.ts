import { explainOpen, whatHoldsBack } from "../../scoring/explain";
import { explainStages } from "../../scoring/explain-stage";
import { scoreAssessment } from "../../scoring/score";
import type { ContentIndex } from "../content-index";
import type { DashboardInput } from "../dashboard-input";
import { type OverallView, overallView } from "../describe-dashboard";
import { gateItem, type HoldBackItem } from "../hold-back";
import { pillarRows } from "../pillar-rows";
import { overallStageWords } from "../stage-words";
import type { Formula } from "./formula";
import { type OpenRow, openRows } from "./open-rows";
import { runAll } from "./runs";
import { levelsOf, meanFormulas, type WeightedPart } from "./weighted-parts";

/** Why the whole has its level and stage, and everything that holds it back. */
export type OverallExplanation = Readonly<{
  of: "overall";
  title: string;
  overall: OverallView;
  answered: number;
  inScope: number;
  parts: readonly WeightedPart[];
  formulas: readonly Formula[];
  gates: readonly HoldBackItem[];
  open: readonly OpenRow[];
}>;

/** Null where there is no score. */
export function explainOverall(input: DashboardInput, index: ContentIndex): OverallExplanation | null {
  const { model, claims, links } = input;
  const score = scoreAssessment(model, claims);
  if (!score.overall) return null;
  const reasons = explainStages(model, claims);
  const rows = pillarRows(input, score, reasons, index);
  const reason = overallStageWords(score.pillars, reasons, index);
  const runs = runAll(model, claims);
  const parts = model.pillars.map(({ id, weight }, p): WeightedPart => {
    const levels = levelsOf(runs, (run) => run.pillarLevel[p]);
    const stage = rows.find((row) => row.id === id)?.stage;
    const href = links.explain({ of: "pillar", id });
    return { id, name: index.pillarOf(id).title, href, weight, levels, stage, gate: false };
  });
  return {
    of: "overall",
    title: "Zero Trust level and stage",
    overall: overallView(input, score.overall, { rows, reason, index }),
    answered: score.answered,
    inScope: score.inScope,
    parts,
    formulas: meanFormulas(
      parts,
      levelsOf(runs, (run) => run.level),
    ),
    gates: whatHoldsBack(model, claims).gates.map((gate) => gateItem(input, gate, reasons, index)),
    open: openRows(input, explainOpen(model, claims), { by: "overall", index }),
  };
}
