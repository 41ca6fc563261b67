import { questionnaireOf } from "../../core/portable/parse-assessment-file";
import type { AssessmentFile } from "../../core/portable/schema";
import { goalLevel, readTarget } from "../../core/portable/target";
import { toClaims } from "../../core/portable/to-claims";
import { sizesSchema } from "../assessments/read-assessment";
import { storedQuestionnaire } from "../content/questionnaire-store";
import type { ScopedDb } from "../platform/database/client";
import type { Assessment } from "../platform/database/generated/client";
import type { ReportState } from "./report-state";

/** What a snapshot's file says, for a report. It holds no plan: that of today is made for the answers of today. */
export async function reportFromFile(
  db: ScopedDb,
  assessment: Assessment,
  { file, day }: Readonly<{ file: AssessmentFile; day: string }>,
): Promise<ReportState> {
  const named = questionnaireOf(file);
  const { questionnaire } = await storedQuestionnaire(db, named.id, named.version ?? assessment.version);
  const { overall, pillars, date, reasons } = readTarget(file.target);
  const whole = goalLevel(overall, questionnaire);
  const levels = Object.entries(pillars).flatMap(([id, goal]) => {
    const level = goalLevel(goal, questionnaire);
    return level === undefined ? [] : [[id, level] as const];
  });
  return {
    questionnaire,
    claims: toClaims(file, day),
    target: {
      ...(whole === undefined ? {} : { overall: whole }),
      pillars: Object.fromEntries(levels),
      ...(date === undefined ? {} : { by: date }),
      ...(reasons ? { reasons } : {}),
    },
    plan: null,
    details: new Map(file.answers.flatMap(({ criterion, note }) => (note ? [[criterion, { note }] as const] : []))),
    exceptions: new Map(
      file.answers.flatMap(({ criterion, exception }) => (exception ? [[criterion, exception] as const] : [])),
    ),
    sizes: sizesSchema.parse(assessment.sizes),
  };
}
