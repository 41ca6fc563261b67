import type { StageReason } from "../scoring/explain-stage";
import { formatCount, formatNames, formatNumberOf, formatPercent } from "./format";
import { formatSharePercent } from "./shares";

/** Finds the name of a topic (the short one) and of a stage. */
export type ReasonNames = Readonly<{ topic: (id: string) => string; stage: (id: string) => string }>;

/**
 * Why a pillar has its stage and not the next: "Traditional: gate Privileged access is short · 7 of 12 topics, 62 % of
 * the weight, 80 % needed". Above the first stage it says what holds and what comes next.
 */
export function stageReasonWords({ stage, gates, next }: StageReason, names: ReasonNames): string {
  const name = names.stage(stage);
  if (!next)
    return gates === 0 ? `${name}: its topics hold` : `${name}: every gate holds, and so does the weight of its topics`;
  const short = next.shortGates.map(({ topic }) => names.topic(topic));
  const reached = `${formatCount(next.topicsReached)} of ${formatNumberOf(next.topicsCounting, "topic")}`;
  const parts = [
    ...(gates === 0 ? [] : [gatesWords(short)]),
    `${reached} at ${names.stage(next.judgedAt)}, ${formatSharePercent(next.share, next.needed)} of the weight, ${formatPercent(next.needed)} needed`,
  ];
  return `${name}: ${parts.join(" · ")}`;
}

function gatesWords(short: readonly string[]): string {
  if (short.length === 0) return "every gate holds";
  if (short.length === 1) return `gate ${short[0]} is short`;
  // More names than two don't fit beside a bar.
  if (short.length > 2) return `${formatCount(short.length)} gates are short`;
  return `gates ${formatNames(short)} are short`;
}
