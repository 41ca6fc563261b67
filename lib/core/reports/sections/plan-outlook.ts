import { formatDay, formatLevel } from "../../words/format";
import { outlookSentence } from "../../words/roadmap";
import type { ReportContext } from "../context";

/** What the plan takes and where it leads, and whether the target of the whole is reached; undefined without a plan. */
export function planOutlook({ input, target, pillarTitle }: ReportContext): string | undefined {
  const { plan } = input;
  if (!plan) return undefined;
  const sentences = [outlookSentence(plan, pillarTitle)];
  const end = plan.quarters.at(-1)?.levels?.overall?.level;
  if (target !== undefined && end !== undefined) {
    const reached = plan.quarters.find((quarter) => (quarter.levels?.overall?.level ?? 0) >= target - 1e-9);
    const by = input.target.by;
    const late = reached && by !== undefined && reached.end > by ? `, later than ${formatDay(by)}` : "";
    sentences.push(
      reached
        ? `The target of the whole, ${formatLevel(target)}, is reached by the end of ${reached.label}${late}.`
        : `Of the whole, ${formatLevel(target)} is the target: ${formatLevel(target - end)} short.`,
    );
  }
  return sentences.filter(Boolean).join(" ");
}
