import { forbidden, notFound, type Problem, unauthenticated } from "./problem";

/**
 * What a database function that decides by itself answered instead of its result.
 * @param word as the function says it
 * @param right what was asked, for who may not
 */
export function problemOf(word: string, right: string): Problem {
  if (word === "unauthenticated") return unauthenticated();
  if (word === "forbidden") return forbidden(right);
  return notFound("The assessment");
}
