import { formatBand, formatCount, formatDay, formatLevel, formatNumberOf } from "./format";

/** A level bar in words: "Identity: claimed 2.14 to 2.28, verified 1.82, last 2.02, target 2.70". */
export function levelBarWords({
  name,
  low,
  high,
  verified,
  last,
  target,
}: Readonly<{ name: string; low: number; high: number; verified: number; last?: number; target?: number }>): string {
  const parts = [`claimed ${formatBand({ low, high })}`, `verified ${formatLevel(verified)}`];
  if (last !== undefined) parts.push(`last ${formatLevel(last)}`);
  if (target !== undefined) parts.push(`target ${formatLevel(target)}`);
  return `${name}: ${parts.join(", ")}`;
}

/** What widens a band: "to 1.94: 31 of 318 criteria are not known yet"; "all 318 criteria are known" where nothing does. */
export function bandWords({
  low,
  high,
  answered,
  inScope,
}: Readonly<{ low: number; high: number; answered: number; inScope: number }>): string {
  const open = inScope - answered;
  if (open === 0) return `all ${formatNumberOf(inScope, "criterion", "criteria")} known`;
  const unknown = `${formatCount(open)} of ${formatNumberOf(inScope, "criterion", "criteria")} not known yet`;
  return formatLevel(low) === formatLevel(high) ? unknown : `to ${formatLevel(high)}: ${unknown}`;
}

/** The parts of a level bar's key, each with its value where one is given. */
export function levelKeyWords({
  low,
  high,
  verified,
  last,
  target,
}: Readonly<{
  low?: number;
  high?: number;
  verified?: number;
  last?: Readonly<{ level: number; day: string }>;
  target?: number;
}>): Readonly<{ verified: string; claimed: string; unknown: string; last?: string; target?: string }> {
  return {
    verified: valued("verified", verified),
    claimed: valued("claimed", low),
    unknown: high === undefined ? "not known yet" : `not known yet, up to ${formatLevel(high)}`,
    last: last && `${formatDay(last.day)} ${formatLevel(last.level)}`,
    target: target === undefined ? undefined : valued("target", target),
  };
}

function valued(name: string, level: number | undefined): string {
  return level === undefined ? name : `${name} ${formatLevel(level)}`;
}
