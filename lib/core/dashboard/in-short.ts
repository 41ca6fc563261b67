import type { Levels, ProjectedPoint } from "../charts/types";
import type { StageRef } from "../marks/stage-ref";
import { reachesTarget } from "../planning/project";
import { formatCount, formatDay, formatGain, formatLevel, formatNames, formatQuarterYear } from "../words/format";
import { type ChangeView, smallMoveWords } from "./change-rows";
import type { HoldBack } from "./hold-back";
import type { PaceView } from "./pace-view";
import type { PillarRow } from "./pillar-rows";

type Facts = Readonly<{
  overall: Pick<Levels, "low" | "high" | "verified" | "target"> & Readonly<{ stage: StageRef }>;
  answered: number;
  inScope: number;
  pillars: readonly PillarRow[];
  change: ChangeView | null;
  pace: PaceView;
  projection: readonly ProjectedPoint[];
  holdBack: HoldBack;
  /** Day of the target, YYYY-MM-DD. */
  by?: string;
}>;

/** The whole in three sentences: where we stand, what moved, what is ahead and what stands in the way. */
export function inShort(facts: Facts): readonly [string, string, string] {
  return [standing(facts), moved(facts), ahead(facts)];
}

function standing({ overall, answered, inScope }: Facts): string {
  const { low, high, verified, stage } = overall;
  const open = inScope - answered;
  const band =
    open === 0 || formatLevel(low) === formatLevel(high)
      ? ""
      : `, up to ${formatLevel(high)} once ${formatCount(open)} of ${formatCount(inScope)} criteria are known`;
  return `We stand at ${formatLevel(low)}, ${stage.name}${band}; ${restWords(low, verified)}.`;
}

function restWords(low: number, verified: number): string {
  if (formatLevel(low) === "1.00") return "nothing above the first stage is claimed yet";
  const claims = formatLevel(low - verified);
  return claims === "0.00" ? "all of it is verified" : `${claims} of it rests on claims alone`;
}

function moved({ change, pillars }: Facts): string {
  if (!change) return "There is no earlier snapshot to compare with.";
  const since = `Since ${formatDay(change.since)}`;
  const gain = formatGain(change.low);
  const [largest] = [...change.rows].sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
  const most = pillars
    .map(({ name, low, last }) => ({ name, moved: last === undefined ? 0 : low - last }))
    .reduce((a, b) => (Math.abs(b.moved) > Math.abs(a.moved) ? b : a), { name: "", moved: 0 });
  const pillar = formatGain(most.moved) === "0.00" ? "" : `; ${most.name} moved most, ${formatGain(most.moved)}`;
  if (!largest) return `${since} the level ${smallMoveWords(change.change)}${pillar}.`;
  return `${since} the level moved by ${gain}, most of it ${largest.name.toLowerCase()} (${formatGain(largest.change)})${pillar}.`;
}

/** What is said where neither the pace nor a plan leads to the target. */
const NO_WAY: Readonly<Record<PaceView["pace"]["kind"], string>> = {
  known: "the present pace doesn't lead there",
  "too-few": "no pace is known yet",
  "earlier-day": "",
};

function ahead({ overall: { low, target }, by, pace, projection, holdBack }: Facts): string {
  const first = holdBack.items[0];
  const work = first
    ? ` First in the way: ${first.kind === "gate" ? "the gate " : ""}${first.title} (${formatGain(first.gain, { decimals: 3 })}).`
    : "";
  if (target === undefined) return `No target is set for every pillar.${work}`;
  const name = `The target of ${formatLevel(target)}${by ? ` by ${formatDay(by)}` : ""}`;
  if (reachesTarget(low, target)) return `${name} is reached.${work}`;
  const half = pace.odds.find(({ share }) => share === 0.5)?.day;
  const planned = projection.find(({ level }) => reachesTarget(level, target))?.day;
  const ways = [
    half ? `the present pace leads there in ${formatQuarterYear(half)} with even odds` : "",
    planned ? `the plan by ${formatDay(planned)}` : "",
  ].filter(Boolean);
  const how = ways.length > 0 ? formatNames(ways) : NO_WAY[pace.pace.kind];
  return `${name} is ${formatLevel(target - low)} away${how && `: ${how}`}.${work}`;
}
