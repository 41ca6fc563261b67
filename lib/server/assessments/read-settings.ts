import { profileScope } from "../../core/content/profile-scope";
import type { Questionnaire } from "../../core/content/types";
import type { Actor } from "../access/roles";
import { storedQuestionnaire } from "../content/questionnaire-store";
import type { ScopedDb } from "../platform/database/client";
import { findAssessment } from "./find-assessment";
import { listSnapshots, type SnapshotSummary } from "./list-snapshots";
import { profileOf, type Sizes, sizesSchema, type Target, targetSchema } from "./read-assessment";
import { type ContentMoves, readMoves } from "./read-moves";

/** What an assessment is made on, and its snapshots. */
export type AssessmentSettings = Readonly<{
  name: string;
  scope: string;
  scopeKind: string;
  state: string;
  profile: Readonly<Record<string, boolean>>;
  sizes: Sizes;
  target: Target;
  questionnaire: Questionnaire;
  asked: ReturnType<typeof profileScope>;
  snapshots: readonly SnapshotSummary[];
  content: ContentMoves;
}>;

/** @throws Problem not-found */
export async function readSettings(db: ScopedDb, actor: Actor, slug: string): Promise<AssessmentSettings> {
  const assessment = await findAssessment(db, actor, slug);
  const { questionnaire } = await storedQuestionnaire(db, assessment.questionnaire, assessment.version);
  const { name, scope, scopeKind, state } = assessment;
  return {
    name,
    scope,
    scopeKind,
    state,
    profile: profileOf(assessment),
    sizes: sizesSchema.parse(assessment.sizes),
    target: targetSchema.parse(assessment.target),
    questionnaire,
    asked: profileScope(questionnaire),
    snapshots: await listSnapshots(db, assessment.id),
    content: await readMoves(db, assessment),
  };
}
