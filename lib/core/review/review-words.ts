import { answerBrief } from "../walk/answer-words";
import { formatNames, formatNumberOf } from "../words/format";
import type { Finding, Method } from "./finding";
import type { PillarStanding, Remains } from "./pillar-standing";

export const METHOD_NAMES: Readonly<Record<Method, string>> = {
  examine: "Examined",
  interview: "Interviewed",
  test: "Tested",
};

/** What was found in a few words: "Not met", "Partly 60 %". */
export function findingWords({ status, coverage }: Pick<Finding, "status" | "coverage">): string {
  if (status === "not-applicable") return "Not applicable";
  return answerBrief(status === "partly" ? { status, coverage: coverage ?? 0 } : { status });
}

/** What remains open in a pillar, each counted: "3 unanswered", "2 claims without evidence". Empty where nothing does. */
export function remainsWords(remains: Remains): readonly string[] {
  const { queue } = remains;
  const counted: readonly (readonly [number, string, string?])[] = [
    [queue.contradiction, "contradiction"],
    [remains.unanswered, "criterion unanswered", "criteria unanswered"],
    [remains.unknown, "criterion not known yet", "criteria not known yet"],
    [remains.unconfirmed, "answer not confirmed in this round", "answers not confirmed in this round"],
    [queue["not-applicable"], "“not applicable” to accept"],
    [queue.evidence, "piece of evidence to accept", "pieces of evidence to accept"],
    [queue["no-evidence"], "claim without evidence", "claims without evidence"],
    [queue.jump, "unusual jump"],
    [queue.changed, "change since the last sign-off", "changes since the last sign-off"],
    [remains.questions, "open question"],
    [queue.exception, "exception to accept", "exceptions to accept"],
    [queue.lapsed, "lapsed exception"],
  ];
  return counted.flatMap(([count, one, many]) => (count > 0 ? [formatNumberOf(count, one, many ?? plural(one))] : []));
}

function plural(one: string): string {
  return one.startsWith("“") ? one : `${one}s`;
}

/**
 * Why an assessment can't be approved by who asks, in sentences; empty where it can.
 * @param selfAcceptance whether own answers may be approved, as in an organization of one person
 */
export function approvalObstacles(
  standings: readonly PillarStanding[],
  { selfAcceptance }: Readonly<{ selfAcceptance: boolean }>,
): readonly string[] {
  const open = standings.filter(({ state }) => state !== "signed-off" && state !== "reopened");
  const reopened = standings.filter(({ state }) => state === "reopened");
  const own = selfAcceptance ? [] : standings.filter((one) => one.own > 0);
  const titles = (list: readonly PillarStanding[]) => formatNames(list.map(({ title }) => title));
  return [
    ...(standings.length === 0 ? ["No criterion is in scope: there is nothing to approve."] : []),
    ...(open.length > 0 ? [`Not signed off yet: ${titles(open)}.`] : []),
    ...(reopened.length > 0 ? [`Changed since the sign-off: ${titles(reopened)}.`] : []),
    ...(own.length > 0 ? [`You answered in ${titles(own)} yourself: the approval needs another reviewer.`] : []),
  ];
}
