import { z } from "zod";
import { type OrganizationData, organizationDataSchema } from "../../core/content/organization-data";
import type { Answer, Claims, Profile } from "../../core/scoring/types";
import type { Actor } from "../access/roles";
import { type StoredQuestionnaire, storedQuestionnaire } from "../content/questionnaire-store";
import { type EvidenceRow, evidenceOf, readEvidenceRows } from "../evidence/evidence-rows";
import { today } from "../platform/clock";
import type { ScopedDb } from "../platform/database/client";
import type { Answer as AnswerRow, Assessment } from "../platform/database/generated/client";
import { findAssessment } from "./find-assessment";

/** An assessment with everything that its scores depend on. */
export type AssessmentState = Readonly<{
  assessment: Assessment;
  stored: StoredQuestionnaire;
  claims: Claims;
  /** The claims with what was said of criteria that another version has and this one doesn't: kept, and back when they are. */
  everyClaim: Claims;
  /** Rows as stored, with notes and who changed them, by criterion of this version. */
  answerRows: ReadonlyMap<string, AnswerRow>;
  /** One for each criterion of this version that a piece speaks to. */
  evidenceRows: readonly EvidenceRow[];
  target: Target;
  sizes: Sizes;
}>;

/** A level to reach. The questionnaire says how high it can be. */
export const targetLevel = z.number("Enter a level, such as 2.4.").min(1, "The lowest level is 1.").max(6);

/** Why a pillar's target is what it is. */
export const targetReason = z.string().trim().max(500, "At most 500 characters.");

/** Target level by pillar id with its reason, and the day by which. */
export const targetSchema = z.object({
  pillars: z.record(z.string(), targetLevel).default({}),
  reasons: z.record(z.string(), targetReason).optional(),
  by: z.iso.date("Enter a day that exists.").optional(),
});
export type Target = z.output<typeof targetSchema>;

/** How large the organization is, which scales the effort of initiatives, and what else is known of it. */
export const sizesSchema = organizationDataSchema;
export type Sizes = OrganizationData;

export const profileSchema = z.record(z.string(), z.boolean());

/**
 * Reads one assessment whole.
 * @param asOf day on which evidence is judged; today when absent
 * @throws Problem not-found
 */
export async function readAssessment(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  asOf: string = today(),
): Promise<AssessmentState> {
  const assessment = await findAssessment(db, actor, slug);
  const where = { organizationId: assessment.organizationId, assessmentId: assessment.id };
  const stored = await storedQuestionnaire(db, assessment.questionnaire, assessment.version);
  const everyRow = await db.answer.findMany({ where });
  const everyEvidence = await readEvidenceRows(db, where);
  const asked = ({ criterion }: { criterion: string }) => stored.model.indexOfCriterion.has(criterion);
  const [rows, evidenceRows] = [everyRow.filter(asked), everyEvidence.filter(asked)];
  const around = { profile: profileOf(assessment), asOf };
  return {
    assessment,
    stored,
    claims: { answers: answersOf(rows), evidence: evidenceRows.map(evidenceOf), ...around },
    everyClaim: { answers: answersOf(everyRow), evidence: everyEvidence.map(evidenceOf), ...around },
    answerRows: new Map(rows.map((row) => [row.criterion, row])),
    evidenceRows,
    target: targetSchema.parse(assessment.target),
    sizes: sizesSchema.parse(assessment.sizes),
  };
}

function answersOf(rows: readonly AnswerRow[]): ReadonlyMap<string, Answer> {
  return new Map(
    rows.flatMap((row) => {
      const answer = answerOf(row);
      return answer ? [[row.criterion, answer] as const] : [];
    }),
  );
}

/** The profile facts of an assessment row. */
export function profileOf(assessment: Pick<Assessment, "profile">): Profile {
  return profileSchema.parse(assessment.profile);
}

/** What a stored answer says; nothing where only a note was written. */
export function answerOf(
  row: Pick<AnswerRow, "status" | "coverage" | "count" | "population" | "reason" | "acceptedBy">,
): Answer | undefined {
  switch (row.status) {
    case "met":
    case "not-met":
    case "unknown":
      return { status: row.status };
    case "partly":
      return {
        status: "partly",
        coverage: row.coverage ?? 0,
        ...(row.count !== null && row.population !== null ? { count: row.count, population: row.population } : {}),
      };
    case "not-applicable":
      return { status: "not-applicable", reason: row.reason ?? "", accepted: row.acceptedBy !== null };
    default:
      return undefined;
  }
}
