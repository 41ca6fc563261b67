import { z } from "zod";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import { type ContentRef, contentName, isSameContent } from "../content/content-ref";
import type { ScopedDb } from "../platform/database/client";
import type { Assessment } from "../platform/database/generated/client";
import { Problem } from "../platform/problem";
import { tellClients } from "../platform/tell-clients";
import { findAssessment } from "./find-assessment";
import { moveTargets } from "./move-targets";

const ref = z.strictObject({ questionnaire: z.string().max(100), version: z.string().max(40) });
/** `from` is what the person saw: a move that somebody else made meanwhile isn't made twice. */
export const moveAssessmentSchema = z.strictObject({ from: ref, to: ref });

/**
 * Moves an assessment to another version. Answers stay as they are: those to criteria that both versions have are carried over, those to
 * criteria that are gone are kept and come back when the criterion does.
 * @throws Problem not-found; invalid when there is no such version to move to; conflict when it is approved or has moved meanwhile
 */
export async function moveAssessment(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  { from, to }: z.output<typeof moveAssessmentSchema>,
  audit: (note: AuditNote) => void,
): Promise<ContentRef> {
  const row = await lockAssessment(db, actor, slug);
  if (!isSameContent(row, from)) {
    throw new Problem(
      "conflict",
      `This assessment is on ${row.questionnaire} ${row.version} by now. Look at it again.`,
    );
  }
  const targets = await moveTargets(db, row);
  if (!targets.some((target) => isSameContent(target, to))) {
    throw new Problem(
      "invalid",
      `${from.questionnaire} ${from.version} can't move to ${to.questionnaire} ${to.version}.`,
    );
  }
  const { organizationId, id } = row;
  await db.assessmentMove.create({
    data: {
      organizationId,
      assessmentId: id,
      fromQuestionnaire: from.questionnaire,
      fromVersion: from.version,
      toQuestionnaire: to.questionnaire,
      toVersion: to.version,
      movedBy: actor.userId,
    },
  });
  await changeContent(db, row, to);
  audit({
    action: "assessment.move",
    object: `assessment/${id}`,
    facts: { before: contentName(from), after: contentName(to) },
  });
  return to;
}

/**
 * Takes the last move back, as long as no answer was changed since.
 * @throws Problem not-found; conflict when it is approved, nothing was moved, or answers have changed
 */
export async function undoMove(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  audit: (note: AuditNote) => void,
): Promise<ContentRef> {
  const row = await lockAssessment(db, actor, slug);
  const { organizationId, id } = row;
  const last = await lastMove(db, row);
  if (!last) throw new Problem("conflict", "There is no move to take back.");
  if (await answersChangedSince(db, row, last.movedAt)) {
    throw new Problem(
      "conflict",
      "Answers have changed since the move, so it stays. Everything that was answered is kept.",
    );
  }
  const back = { questionnaire: last.fromQuestionnaire, version: last.fromVersion };
  await db.assessmentMove.update({
    where: { organizationId_id: { organizationId, id: last.id } },
    data: { undoneBy: actor.userId, undoneAt: new Date() },
  });
  await changeContent(db, row, back);
  const facts = {
    before: contentName({ questionnaire: last.toQuestionnaire, version: last.toVersion }),
    after: contentName(back),
  };
  audit({ action: "assessment.move.undo", object: `assessment/${id}`, facts });
  return back;
}

/** The newest move that stands; null where the assessment is on what it began with. */
export function lastMove(db: ScopedDb, { organizationId, id }: Pick<Assessment, "organizationId" | "id">) {
  return db.assessmentMove.findFirst({
    where: { organizationId, assessmentId: id, undoneAt: null },
    orderBy: { movedAt: "desc" },
  });
}

/** Whether an answer was changed at that moment or later. */
export async function answersChangedSince(
  db: ScopedDb,
  { organizationId, id }: Pick<Assessment, "organizationId" | "id">,
  moment: Date,
): Promise<boolean> {
  const where = { organizationId, assessmentId: id, changedAt: { gte: moment } };
  return (await db.answer.findFirst({ where, select: { criterion: true } })) !== null;
}

/** Two moves, or a move and an edit, wait for each other. */
async function lockAssessment(db: ScopedDb, actor: Actor, slug: string): Promise<Assessment> {
  const { id, organizationId } = await findAssessment(db, actor, slug);
  await db.$queryRaw`SELECT id FROM assessments WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await db.assessment.findUniqueOrThrow({ where: { organizationId_id: { organizationId, id } } });
  if (row.state === "approved") {
    throw new Problem("conflict", "This assessment is approved: what it was made on stays as it is.");
  }
  return row;
}

async function changeContent(db: ScopedDb, { organizationId, id }: Assessment, to: ContentRef): Promise<void> {
  await db.assessment.update({ where: { organizationId_id: { organizationId, id } }, data: to });
  await tellClients(db, "content", { assessment: id, ...to });
}
