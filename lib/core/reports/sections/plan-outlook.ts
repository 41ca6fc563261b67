import { formatDay, formatGain, formatLevel, formatNumberOf } from "../../words/format";
import type { ReportContext } from "../context";
import { personDays } from "../text";

/** What the plan holds, where it ends, and whether and when it reaches the target; undefined without a plan. */
export function planOutlook({ input, overall, target }: ReportContext): string | undefined {
  const { plan } = input;
  const end = plan?.quarters.at(-1);
  const level = end?.levels?.overall?.level;
  if (!plan || !end || !overall || level === undefined) return undefined;
  const items = plan.items.filter(({ state }) => state === "open" || state === "in-progress");
  const days = personDays(items.reduce((sum, item) => sum + item.days, 0));
  const work = `${formatNumberOf(items.length, "initiative")} still to finish, ${days}`;
  const span = formatNumberOf(plan.quarters.length, "quarter");
  const holds = `The plan spans ${span} with ${work}, and ends at a level of ${formatLevel(level)} after ${end.label}, ${formatGain(level - overall.low)} from today.`;
  if (target === undefined) return holds;
  const reached = plan.quarters.find((quarter) => (quarter.levels?.overall?.level ?? 0) >= target - 1e-9);
  if (!reached) return `${holds} That is ${formatLevel(target - level)} short of the target of ${formatLevel(target)}.`;
  const by = input.target.by;
  const late = by !== undefined && reached.end > by ? `, later than the day set, ${formatDay(by)}` : "";
  return `${holds} It reaches the target of ${formatLevel(target)} by the end of ${reached.label}${late}.`;
}
