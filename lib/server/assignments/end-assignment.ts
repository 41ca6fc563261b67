import { z } from "zod";
import type { AssignmentView } from "../../core/walk/assignment";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import { findAssessment } from "../assessments/find-assessment";
import { notify } from "../notices/notify";
import type { ScopedDb } from "../platform/database/client";
import { notFound } from "../platform/problem";
import { tellClients } from "../platform/tell-clients";
import { keyOf, readAssignments } from "./assignment-row";

const place = z.string().min(1).max(200);
export const endAssignmentSchema = z.discriminatedUnion("state", [
  z.strictObject({ place, state: z.literal("handed-back") }),
  z.strictObject({
    place,
    state: z.literal("returned"),
    note: z.string().trim().min(1, "Say whose it is, or why not yours.").max(2_000),
  }),
]);

/**
 * Ends what was asked of the actor: done and handed back, or not theirs and returned with a note. Tells who asked.
 * @returns everything that is asked of people in the assessment now; nothing where the actor no longer sees it
 * @throws Problem not-found
 */
export async function endAssignment(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  input: z.output<typeof endAssignmentSchema>,
  audit: (note: AuditNote) => void,
): Promise<readonly AssignmentView[]> {
  const { organizationId, id: assessmentId } = await findAssessment(db, actor, slug);
  const key = { organizationId, assessmentId, userId: actor.userId, ...keyOf(input.place) };
  const held = await db.assignment.findFirst({ where: { ...key, state: "open" } });
  if (!held) throw notFound("The assignment");
  const note = input.state === "returned" ? { note: input.note } : {};
  await db.assignment.update({
    where: { organizationId_assessmentId_userId_pillar_topic: key },
    data: { state: input.state, endedAt: new Date(), ...note },
  });
  if (held.askedBy) {
    const subject = [assessmentId, actor.userId, input.place, Date.now()].join("/");
    await notify(db, actor, { kind: input.state, assessmentId, place: input.place, subject }, [held.askedBy]);
  }
  await tellClients(db, "assignments", { assessment: assessmentId });
  audit({
    action: "assignments.end",
    object: `assessment/${assessmentId}`,
    facts: { place: input.place, state: input.state },
    ...(input.state === "returned" ? { values: note } : {}),
  });
  return readAssignments(db, { organizationId, assessmentId });
}

export const removeAssignmentSchema = z.strictObject({ person: z.uuid(), place });

/**
 * Takes back what was asked of somebody, and with it what an assessor may see for it.
 * @throws Problem not-found
 */
export async function removeAssignment(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  input: z.output<typeof removeAssignmentSchema>,
  audit: (note: AuditNote) => void,
): Promise<readonly AssignmentView[]> {
  const { organizationId, id: assessmentId } = await findAssessment(db, actor, slug);
  const where = { organizationId, assessmentId, userId: input.person, ...keyOf(input.place) };
  const { count } = await db.assignment.deleteMany({ where });
  if (count === 0) throw notFound("The assignment");
  await tellClients(db, "assignments", { assessment: assessmentId });
  audit({ action: "assignments.remove", object: `assessment/${assessmentId}`, facts: input });
  return readAssignments(db, { organizationId, assessmentId });
}
