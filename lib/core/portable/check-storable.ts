import { type FileProblem, jsonPath } from "./problems";
import type { AssessmentFile } from "./schema";

/** PostgreSQL's integer holds a little more. */
const MAX_COUNT = 2_000_000_000;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/**
 * What a file may say and the database of the app can't hold: characters that are no text, counts and days out of its
 * range, evidence that ends on the day it begins.
 */
export function checkStorable(file: AssessmentFile): readonly FileProblem[] {
  const problems: FileProblem[] = [];
  const report = (path: readonly PropertyKey[], message: string) => problems.push({ path: jsonPath(path), message });
  checkText(file, [], report);
  const checkDay = (path: readonly PropertyKey[], day: string | undefined) => {
    const year = day === undefined ? FIRST_YEAR : Number(day.slice(0, 4));
    if (year < FIRST_YEAR || year > LAST_YEAR) report(path, `must lie between ${FIRST_YEAR} and ${LAST_YEAR}`);
  };
  file.answers.forEach(({ count, population, exception, evidence }, index) => {
    const at = ["answers", index];
    if ((count ?? 0) > MAX_COUNT) report([...at, "count"], `must be ${MAX_COUNT} or less`);
    if ((population ?? 0) > MAX_COUNT) report([...at, "population"], `must be ${MAX_COUNT} or less`);
    checkDay([...at, "exception", "expires"], exception?.expires);
    evidence?.forEach(({ date, expires, sampled, population: all }, place) => {
      const here = [...at, "evidence", place];
      checkDay([...here, "date"], date);
      checkDay([...here, "expires"], expires);
      if (sampled !== undefined && all !== undefined && sampled > all)
        report([...here, "sampled"], `must be ${all} or less`);
      if (expires === date) report([...here, "expires"], "is its own date, so it would never support anything");
    });
  });
  return problems;
}

type Report = (path: readonly PropertyKey[], message: string) => void;

/** A NUL or half of a surrogate pair, which no UTF-8 text holds. */
const NO_TEXT = /\0|\p{Surrogate}/u;

function checkText(value: unknown, path: readonly PropertyKey[], report: Report): void {
  if (typeof value === "string") {
    if (NO_TEXT.test(value)) report(path, "holds a character that is no text");
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) checkText(item, [...path, index], report);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) checkText(item, [...path, key], report);
  }
}
