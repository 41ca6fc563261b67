import { compareVersions, type VersionComparison } from "../../core/content/compare-versions";
import type { Stage } from "../../core/content/types";
import { scoreAssessment } from "../../core/scoring/score";
import type { AssessmentScore } from "../../core/scoring/types";
import type { Actor } from "../access/roles";
import type { ContentRef } from "../content/content-ref";
import { storedQuestionnaire } from "../content/questionnaire-store";
import type { ScopedDb } from "../platform/database/client";
import { notFound } from "../platform/problem";
import { moveTargets } from "./move-targets";
import { readAssessment } from "./read-assessment";

/** What moving would do: nothing is changed by looking. */
export type MovePreview = Readonly<{
  name: string;
  state: string;
  from: ContentRef;
  to: ContentRef;
  comparison: VersionComparison;
  /** Ids among `comparison.gone`, `carried` and so on that hold an answer now. */
  answered: ReadonlySet<string>;
  before: AssessmentScore;
  after: AssessmentScore;
  pillars: readonly Readonly<{ id: string; title: string }>[];
  stages: readonly Stage[];
  stagesBefore: readonly Stage[];
}>;

/**
 * Compares an assessment's content with another version and scores its answers by both.
 * @param to a version of the list of targets
 * @throws Problem not-found
 */
export async function previewMove(db: ScopedDb, actor: Actor, slug: string, to: ContentRef): Promise<MovePreview> {
  const { assessment, stored, claims, everyClaim } = await readAssessment(db, actor, slug);
  const targets = await moveTargets(db, assessment);
  if (!targets.some((target) => target.questionnaire === to.questionnaire && target.version === to.version)) {
    throw notFound("The version to move to");
  }
  const next = await storedQuestionnaire(db, to.questionnaire, to.version);
  const { questionnaire, version, name, state } = assessment;
  return {
    name,
    state,
    from: { questionnaire, version },
    to,
    comparison: compareVersions(stored.questionnaire, next.questionnaire),
    answered: new Set(everyClaim.answers.keys()),
    before: scoreAssessment(stored.model, claims),
    after: scoreAssessment(next.model, everyClaim),
    pillars: next.questionnaire.pillars.map(({ id, title }) => ({ id, title })),
    stages: next.questionnaire.stages,
    stagesBefore: stored.questionnaire.stages,
  };
}
