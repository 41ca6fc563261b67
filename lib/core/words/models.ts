import type { TechniqueState } from "../frameworks/attack-matrix";
import type { GroupState } from "../frameworks/criterion-states";
import { formatCount, formatCountOf, formatNames, formatNumberOf } from "./format";
import { formatShare } from "./shares";

/** States of criteria and of what they contribute to, in words. */
export const STATE_WORDS: Readonly<Record<GroupState | TechniqueState, string>> = {
  met: "met",
  mitigated: "mitigated",
  partly: "partly",
  "not-met": "not met",
  open: "open",
  unknown: "not known yet",
  "not-applicable": "not applicable",
  "out-of-scope": "out of scope",
  untouched: "not touched",
};

/** Why the whole has its stage: "Traditional, because Networks and Data are". */
export function lowestWords(
  stage: string,
  { lowest, pillars }: Readonly<{ lowest: readonly string[]; pillars: number }>,
): string {
  if (pillars === 1) return `${stage}, as its one pillar is`;
  if (lowest.length === 0) return `${stage}: every pillar has reached it`;
  return `${stage}, because ${formatNames(lowest, { most: 3 })} ${lowest.length === 1 ? "is" : "are"}`;
}

/** "Activities met: 3 of 4 · 1.2.5 not asked"; what no criterion speaks of is never counted as met. */
export function activitiesWords({
  met,
  asked,
  notAsked,
}: Readonly<{ met: number; asked: number; notAsked: readonly string[] }>): string {
  const share =
    asked === 0 ? "No activity is in scope" : `Activities met: ${formatCountOf({ count: met, population: asked })}`;
  return notAsked.length === 0 ? share : `${share} · ${formatNames(notAsked)} not asked`;
}

/** Criteria that stand before a stage: "3 criteria open before Advanced". */
export function missingWords(stage: string, count: number): string {
  return `${formatNumberOf(count, "criterion", "criteria")} open before ${stage}`;
}

/** Criteria that keep a capability's target activities from being met, also where enough of them hold for the stage. */
export function missingActivityWords(count: number): string {
  return `${formatNumberOf(count, "criterion", "criteria")} open in target activities`;
}

/** The meter of a topic's stage: "Advanced 0.55, needs 0.80". */
export function nextStageWords(stage: string, low: number, threshold: number): string {
  return `${stage} ${formatShare(low, threshold)}, needs ${threshold.toFixed(2)}`;
}

type Counts = Readonly<{
  total: number;
  touched: number;
  unknown: number;
  notApplicable: number;
  outOfScope: number;
}>;

/** The matrix in a sentence, from the same figures: "Of 140 techniques that criteria work against, 12 are mitigated, 60 partly, 20 open; 48 not known yet." */
export function attackSentence(counts: Counts & Readonly<{ mitigated: number; partly: number; open: number }>): string {
  const { touched, mitigated, partly, open, unknown } = counts;
  return `Of ${formatNumberOf(touched, "technique")} that criteria work against, ${formatCount(mitigated)} ${mitigated === 1 ? "is" : "are"} mitigated, ${formatCount(partly)} partly, ${formatCount(open)} open; ${formatCount(unknown)} not known yet${leftOutWords(counts)}.`;
}

/** A framework's coverage in a sentence, from the same figures: the numbers after the first add up to it. */
export function coverageSentence(
  { one, many }: Readonly<{ one: string; many: string }>,
  counts: Counts & Readonly<{ met: number; partly: number; notMet: number }>,
): string {
  const { touched, met, partly, notMet, unknown } = counts;
  return `Of ${formatNumberOf(touched, one, many)} that criteria contribute to, ${formatCount(met)} ${met === 1 ? "has" : "have"} all of them met, ${formatCount(partly)} some, ${formatCount(notMet)} none; ${formatCount(unknown)} not known yet${leftOutWords(counts)}.`;
}

function leftOutWords({ notApplicable, outOfScope }: Counts): string {
  const count = notApplicable + outOfScope;
  return count === 0 ? "" : `; ${formatCount(count)} out of scope or not applicable`;
}

/** One control or technique with its state: "T1078 Valid Accounts: partly, 3 of 8 criteria met". */
export function contributionWords({
  id,
  title,
  state,
  met,
  criteria,
}: Readonly<{ id: string; title: string; state: GroupState | TechniqueState; met: number; criteria: number }>): string {
  return `${id} ${title}: ${STATE_WORDS[state]}, ${formatCountOf({ count: met, population: criteria })} ${criteria === 1 ? "criterion" : "criteria"} met`;
}
