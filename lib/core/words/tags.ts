import { capitalise } from "./format";

/** A principle, driver or other tag as it is written: "assume-breach" as "Assume breach". */
export function tagName(id: string): string {
  return capitalise(id.replaceAll("-", " "));
}
