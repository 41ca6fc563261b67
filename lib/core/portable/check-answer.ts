import { type FileProblem, jsonPath } from "./problems";
import type { FileAnswer } from "./schema";

/** How far a rounded coverage may be from count ÷ population: "0.78" beside 412 of 530. */
const ROUNDING = 0.005;
const ROUNDING_SLACK = 1e-9;

/**
 * What an answer must hold beyond the form of its fields: coverage where it is partly, a reason where it isn't
 * applicable, numbers and dates that fit each other.
 *
 * @param at where the answer stands in the file
 */
export function checkAnswer(answer: FileAnswer, at: readonly PropertyKey[]): readonly FileProblem[] {
  const problems: FileProblem[] = [];
  const report = (path: readonly PropertyKey[], message: string) =>
    problems.push({ path: jsonPath([...at, ...path]), message });
  checkShare(answer, report);
  if (answer.status === "not-applicable" && answer.reason === undefined) {
    report(["reason"], 'is missing; "not-applicable" needs one');
  }
  answer.evidence?.forEach((item, index) => {
    if (item.expires !== undefined && item.expires < item.date) {
      report(["evidence", index, "expires"], `${item.expires} is before its date, ${item.date}`);
    }
  });
  return problems;
}

/**
 * The share that an answer of partly claims, in [0, 1]: count ÷ population where given, as that is exact, else coverage.
 * Undefined when it gives neither.
 */
export function coverageOf({ coverage, count, population }: FileAnswer): number | undefined {
  return count !== undefined && population !== undefined ? count / population : coverage;
}

type Report = (path: readonly PropertyKey[], message: string) => void;

function checkShare(answer: FileAnswer, report: Report): void {
  const { status, coverage, count, population } = answer;
  if (count !== undefined && population === undefined) report(["population"], "is missing; a count needs one");
  if (population !== undefined && count === undefined) report(["count"], "is missing; a population needs one");
  if (count !== undefined && population !== undefined && count > population) {
    report(["count"], `${count} is more than the population, ${population}`);
    return;
  }
  const share = coverageOf(answer);
  const where = count !== undefined && population !== undefined ? "count" : "coverage";
  if (coverage !== undefined && share !== undefined && Math.abs(coverage - share) > ROUNDING + ROUNDING_SLACK) {
    report(
      ["coverage"],
      `${coverage} doesn't agree with ${count} of ${population}, which is ${Number(share.toFixed(4))}`,
    );
  }
  if (status === "partly") {
    if (share === undefined) {
      if (count === undefined && population === undefined) {
        report(["coverage"], 'is missing; "partly" needs a coverage, or a count and a population');
      }
    } else if (share === 0) report([where], 'nothing is covered: answer "not-met"');
    else if (share === 1) report([where], 'all is covered: answer "met"');
    else if (coverage === 0 || coverage === 1) report(["coverage"], "must be more than 0 and less than 1");
    return;
  }
  if (share === undefined) return;
  const expected = { met: 1, "not-met": 0, unknown: undefined, "not-applicable": undefined }[status];
  if (expected === undefined) report([where], `an answer of "${status}" has no coverage`);
  else if (share !== expected)
    report([where], `an answer of "${status}" covers ${expected}, not ${share}: answer "partly"`);
}
