import type { Questionnaire } from "../../core/content/types";
import { organizationOf } from "../../core/portable/profile";
import type { AssessmentFile } from "../../core/portable/schema";
import { readTarget } from "../../core/portable/target";
import { toClaims } from "../../core/portable/to-claims";
import { composeReport } from "../../core/reports/compose-report";
import type { ReportInput, ReportTarget } from "../../core/reports/input";
import { loadFrameworks } from "../content/load-questionnaires";
import { renderPdf } from "./pdf";

/**
 * Draws the report of an assessment file, without a database.
 *
 * @param file as `parseAssessmentFile` gave it
 * @param questionnaire that it answers
 * @param asOf day on which evidence is judged, YYYY-MM-DD
 * @returns a PDF
 */
export async function renderAssessmentFile(
  file: AssessmentFile,
  questionnaire: Questionnaire,
  { asOf }: Readonly<{ asOf: string }>,
): Promise<Uint8Array> {
  return renderPdf(composeReport(inputOf(file, questionnaire, { asOf, generatedAt: new Date().toISOString() })));
}

/** What a report needs of an assessment file; the file has no plan, no snapshots and nobody's approval. */
function inputOf(
  file: AssessmentFile,
  questionnaire: Questionnaire,
  { asOf, generatedAt }: Readonly<{ asOf: string; generatedAt: string }>,
): ReportInput {
  const name = typeof file.organization === "string" ? file.organization : file.organization?.name;
  return {
    questionnaire,
    claims: toClaims(file, asOf),
    organization: { name: name ?? "Organization without a name", sample: /\(sample\)/i.test(name ?? "") },
    assessment: { name: questionnaire.title, scope: "", state: "draft" },
    provenance: { kind: "file" },
    target: targetOf(file, questionnaire),
    plan: null,
    snapshots: [],
    details: new Map(file.answers.flatMap(({ criterion, note }) => (note ? [[criterion, { note }]] : []))),
    exceptions: new Map(
      file.answers.flatMap(({ criterion, exception }) => (exception ? [[criterion, exception]] : [])),
    ),
    sizes: organizationOf(file.profile),
    frameworks: loadFrameworks(),
    generatedAt,
    timeZone: "UTC",
  };
}

/** A stage as a goal is the level that bears its number. */
function targetOf(file: AssessmentFile, { stages }: Questionnaire): ReportTarget {
  const { overall, pillars, date, reasons } = readTarget(file.target);
  const level = (goal: number | string) =>
    typeof goal === "number" ? goal : Math.max(stages.findIndex(({ id }) => id === goal) + 1, 1);
  return {
    ...(overall === undefined ? {} : { overall: level(overall) }),
    pillars: Object.fromEntries(Object.entries(pillars).map(([id, goal]) => [id, level(goal)])),
    ...(date === undefined ? {} : { by: date }),
    ...(reasons ? { reasons } : {}),
  };
}
