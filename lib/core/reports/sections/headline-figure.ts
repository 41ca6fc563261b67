import { levelBarWords } from "../../words/marks";
import type { ReportContext } from "../context";
import type { Figure } from "../document";
import { headline } from "../drawings/headline";

/** Stage, level and gauge of the whole; a plain sentence where there is no score. */
export function headlineFigure(context: ReportContext, width: number): Figure {
  const { overall, score, stages, last, target } = context;
  if (!overall) {
    const text = "No score: nothing in scope is applicable.";
    return {
      kind: "figure",
      alt: text,
      drawing: { width, height: 20, shapes: [{ kind: "label", at: [0, 13], text, size: 11, weight: "medium" }] },
    };
  }
  const stage = context.stage(overall.stage);
  const before = last?.level ?? undefined;
  const words = levelBarWords({ name: "Overall level", ...overall, last: before, target });
  return {
    kind: "figure",
    alt: `Stage ${stage.name}, ${stage.number} of ${stage.of}. ${words}, on a scale from 1 to ${stages.length}.`,
    drawing: headline({
      score: overall,
      answered: score.answered,
      inScope: score.inScope,
      stage,
      stages,
      last: last && before !== undefined ? { level: before, day: last.asOf } : undefined,
      target,
      width,
    }),
  };
}
