import { overallStageWords } from "../../dashboard/stage-words";
import type { Score } from "../../scoring/types";
import { formatBand, formatCount, formatLevel, formatNumberOf } from "../../words/format";
import type { ReportContext, ScoredPillar } from "../context";
import type { Block } from "../document";
import { paragraph } from "../text";

/** Stage with its reason, level with what is not known, what is verified, strongest and weakest pillar. */
export function standing({ overall, score, scored, input, stage, reasons, index }: ReportContext): readonly Block[] {
  if (!overall) {
    return [
      paragraph(
        "There is no score: no criterion is both in scope and applicable, so that nothing can be said about it.",
      ),
    ];
  }
  const { number, of, name } = stage(overall.stage);
  const lead = [
    `${input.organization.name} is at stage ${number} of ${of}, ${name}.`,
    levelSentence(overall, { of, answered: score.answered, inScope: score.inScope }),
    verifiedSentence(overall),
  ];
  const why = [overallStageWords(score.pillars, reasons, index), rankSentence(scored)];
  return [{ kind: "paragraph", tone: "lead", text: [lead.join(" ")] }, paragraph(why.filter(Boolean).join(" "))];
}

function levelSentence(
  overall: Readonly<{ low: number; high: number }>,
  { of, answered, inScope }: Readonly<{ of: number; answered: number; inScope: number }>,
): string {
  const open = inScope - answered;
  const level = `The level is ${formatLevel(overall.low)} on a scale from 1 to ${of}`;
  if (open === 0) return `${level}, and every criterion is known.`;
  const criteria = formatNumberOf(inScope, "criterion", "criteria");
  const unknown =
    answered === 0
      ? `none of ${criteria} is known yet`
      : `${formatCount(open)} of ${criteria} ${open === 1 ? "is" : "are"} not known yet`;
  if (formatBand(overall) === formatLevel(overall.low)) return `${level}; ${unknown}.`;
  return `${level} and may be up to ${formatLevel(overall.high)}: ${unknown}.`;
}

function verifiedSentence({ low, verified }: Score): string {
  if (formatLevel(low) === "1.00") return "Nothing above the first stage is claimed yet.";
  const claims = formatLevel(low - verified);
  if (claims === "0.00") return "Accepted evidence verifies all of it.";
  return `Accepted evidence verifies ${formatLevel(verified)}; ${claims} rests on claims alone.`;
}

function rankSentence(scored: readonly ScoredPillar[]): string {
  const ranked = [...scored].sort((a, b) => b.datum.low - a.datum.low);
  const first = ranked[0]?.datum;
  const last = ranked.at(-1)?.datum;
  if (!first || !last || first === last) return "";
  if (formatLevel(first.low) === formatLevel(last.low)) {
    return `All ${formatCount(scored.length)} pillars are at a level of ${formatLevel(first.low)}.`;
  }
  return `The strongest pillar by level is ${first.name} (${formatLevel(first.low)}), the weakest ${last.name} (${formatLevel(last.low)}).`;
}
