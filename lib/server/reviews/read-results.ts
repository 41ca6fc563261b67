import type { Actor } from "../access/roles";
import { type AssessmentState, readAssessment } from "../assessments/read-assessment";
import type { ScopedDb } from "../platform/database/client";
import { type Approval, readApproval } from "./read-approval";

/** An assessment with all that its figures depend on, and who approved it. */
export type Results = AssessmentState & Readonly<{ approval?: Approval }>;

/**
 * Reads an assessment as a page of results shows it: with its approval, which stands under the title.
 * @param asOf day on which evidence is judged; today when absent
 * @throws Problem not-found
 */
export async function readResults(db: ScopedDb, actor: Actor, slug: string, asOf?: string): Promise<Results> {
  const state = await readAssessment(db, actor, slug, asOf);
  return { ...state, approval: await readApproval(db, state.assessment) };
}
