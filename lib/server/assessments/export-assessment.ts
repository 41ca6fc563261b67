import { writeAssessmentFile } from "../../core/portable/write-assessment-file";
import type { AuditNote } from "../access/audit";
import { download } from "../access/door/download";
import type { Actor } from "../access/roles";
import { today } from "../platform/clock";
import type { ScopedDb } from "../platform/database/client";
import { readAssessmentFile } from "./assessment-file";
import { readAssessment } from "./read-assessment";

/**
 * The portable file of an assessment, as a download. Noted in the audit log, because it holds everything.
 * @throws Problem not-found
 */
export async function exportAssessment(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  audit: (note: AuditNote) => void,
): Promise<Response> {
  const state = await readAssessment(db, actor, slug);
  const file = await readAssessmentFile(db, state, actor.organizationName);
  audit({
    action: "assessment.export",
    object: `assessment/${state.assessment.id}`,
    facts: { answers: file.answers.length },
  });
  return download({
    content: writeAssessmentFile(file),
    type: "application/json; charset=utf-8",
    name: `${actor.organizationSlug}-${slug}-${today()}.json`,
  });
}
