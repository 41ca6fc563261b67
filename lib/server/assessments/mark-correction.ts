import { z } from "zod";
import { isCorrectable } from "../../core/dashboard/dates/corrected-answers";
import { entryOf } from "../../core/walk/entry";
import { wellFormed } from "../../core/words/well-formed";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";
import type { AnswerRevision } from "../platform/database/generated/client";
import { notFound, Problem } from "../platform/problem";
import { storedAnswer } from "./answer-row";
import { openCriterion } from "./open-criterion";

const place = { criterion: z.string().min(1).max(200), version: z.number().int().min(1) };

export const markCorrectionSchema = z.strictObject({
  ...place,
  reason: z
    .string()
    .trim()
    .min(1, "Say what had been wrong.")
    .max(2_000, "At most 2,000 characters.")
    .transform(wellFormed),
});
export const unmarkCorrectionSchema = z.strictObject(place);

/**
 * Says that a change of an answer put an earlier mistake right: what it did to the level is then no change of the organization.
 * The history stays as it is; a second mark replaces the reason.
 * @throws Problem not-found; invalid where the change isn't from one answer to another; conflict (approved)
 */
export async function markCorrection(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  { criterion, version, reason }: z.output<typeof markCorrectionSchema>,
  audit: (note: AuditNote) => void,
): Promise<null> {
  const { organizationId, id: assessmentId } = await openCriterion(db, actor, slug, criterion);
  const rows = await db.answerRevision.findMany({
    where: { organizationId, assessmentId, criterion, version: { in: [version - 1, version] } },
  });
  const answerAt = (wanted: number) => {
    const row = rows.find((candidate) => candidate.version === wanted);
    return row ? entryOf(storedAnswer(row)).answer : null;
  };
  const change = rows.find((row) => row.version === version);
  if (!change) throw notFound("The change");
  await refuseSealed(db, change);
  if (!isCorrectable(answerAt(version - 1), answerAt(version))) {
    throw new Problem(
      "invalid",
      "Only a change between met, partly and not met can be a correction: what wasn't known or doesn't apply is told apart by itself.",
    );
  }
  // One statement: two people may say so at once, and the later one's reason stays.
  await db.$executeRaw`
    INSERT INTO answer_corrections (organization_id, assessment_id, criterion, version, reason, marked_by)
    VALUES (${organizationId}::uuid, ${assessmentId}::uuid, ${criterion}, ${version}, ${reason}, ${actor.userId}::uuid)
    ON CONFLICT (organization_id, assessment_id, criterion, version)
      DO UPDATE SET reason = EXCLUDED.reason, marked_by = EXCLUDED.marked_by, marked_at = EXCLUDED.marked_at`;
  audit({
    action: "answers.correct",
    object: `assessment/${assessmentId}`,
    facts: { criterion, version },
    values: { reason },
  });
  return null;
}

/**
 * Takes the mark of a correction back; the audit log keeps its reason.
 * @throws Problem not-found, conflict (approved)
 */
export async function unmarkCorrection(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  { criterion, version }: z.output<typeof unmarkCorrectionSchema>,
  audit: (note: AuditNote) => void,
): Promise<null> {
  const { organizationId, id: assessmentId } = await openCriterion(db, actor, slug, criterion);
  const key = { organizationId, assessmentId, criterion, version };
  const change = await db.answerRevision.findFirst({ where: key });
  if (change) await refuseSealed(db, change);
  const { count } = await db.answerCorrection.deleteMany({ where: key });
  if (count === 0) throw notFound("The mark of a correction");
  audit({ action: "answers.uncorrect", object: `assessment/${assessmentId}`, facts: { criterion, version } });
  return null;
}

/**
 * What was approved says the same for ever, and how it came about is part of it: a mistake that is found in a later round is
 * put right, and marked, there.
 */
async function refuseSealed(
  db: ScopedDb,
  { organizationId, assessmentId, changedAt }: Pick<AnswerRevision, "organizationId" | "assessmentId" | "changedAt">,
): Promise<void> {
  const sealed = await db.snapshot.findFirst({
    where: { organizationId, assessmentId, approvedRound: { not: null }, takenAt: { gte: changedAt } },
    select: { id: true },
  });
  if (sealed) {
    throw new Problem(
      "conflict",
      "This change is part of an approved round, which stays as it was. Put the answer right in this round and mark that change.",
    );
  }
}
