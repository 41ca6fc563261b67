import { prepareContext } from "./context";
import type { ReportDocument } from "./document";
import type { ReportInput } from "./input";
import { SECTIONS } from "./sections/catalogue";
import { composeCover, composeRunningLines } from "./sections/cover";

/**
 * Writes the whole report of an assessment as of a day. Scores, gains and reasons are computed here from the claims, so
 * that no sentence can disagree with a table.
 *
 * @returns plain data that any renderer can draw; nothing in it is markup
 * @throws RangeError when the questionnaire can't be scored, or a day isn't YYYY-MM-DD
 */
export function composeReport(input: ReportInput): ReportDocument {
  const context = prepareContext(input);
  return {
    title: `${input.organization.name}: Zero Trust maturity, ${input.assessment.name}`,
    language: "en",
    generatedAt: input.generatedAt,
    cover: composeCover(context),
    running: composeRunningLines(context),
    ...(input.provenance.kind === "approved" ? {} : { watermark: "Draft" }),
    blocks: SECTIONS.flatMap((section) => section(context)),
  };
}
