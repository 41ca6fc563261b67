import { z } from "zod";
import type { AssignmentView } from "../../core/walk/assignment";
import type { AuditNote } from "../access/audit";
import { type Actor, can, type Role } from "../access/roles";
import { findAssessment } from "../assessments/find-assessment";
import { approved } from "../assessments/open-criterion";
import { askedCriteria } from "../content/asked-criteria";
import { notify } from "../notices/notify";
import type { ScopedDb } from "../platform/database/client";
import { notFound, Problem } from "../platform/problem";
import { tellClients } from "../platform/tell-clients";
import { keyOf, readAssignments } from "./assignment-row";

export const assignSchema = z.strictObject({
  person: z.uuid("Choose somebody."),
  /** Ids of pillars or topics, or "*". */
  places: z.array(z.string().min(1).max(200)).min(1, "Choose a topic.").max(200),
  due: z.iso.date("Enter a day that exists.").optional(),
  note: z.string().trim().max(2_000, "A note holds at most 2,000 characters.").default(""),
});

/**
 * Asks a person to answer some topics or pillars. Asked again, an assignment takes the new day and is open again.
 * @returns everything that is asked of people in the assessment now
 * @throws Problem not-found, invalid (a person or place that doesn't fit), conflict (approved)
 */
export async function assign(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  { person, places, due, note }: z.output<typeof assignSchema>,
  audit: (note: AuditNote) => void,
): Promise<readonly AssignmentView[]> {
  const assessment = await findAssessment(db, actor, slug);
  const { organizationId, id: assessmentId } = assessment;
  if (assessment.state === "approved") throw approved();
  await requireAnswerer(db, organizationId, person);
  await requirePlaces(db, assessment, places);
  const asked = { state: "open", due: due ? new Date(due) : null, askedBy: actor.userId, note, endedAt: null };
  for (const place of new Set(places)) {
    const key = { organizationId, assessmentId, userId: person, ...keyOf(place) };
    await db.assignment.upsert({
      where: { organizationId_assessmentId_userId_pillar_topic: key },
      create: { ...key, ...asked },
      update: { ...asked, createdAt: new Date() },
    });
    // Asked anew, it is told anew.
    const subject = [assessmentId, place, due ?? "", Date.now()].join("/");
    await notify(db, actor, { kind: "assigned", assessmentId, place, subject, due: asked.due }, [person]);
  }
  await tellClients(db, "assignments", { assessment: assessmentId });
  audit({
    action: "assignments.add",
    object: `assessment/${assessmentId}`,
    facts: { person, places, ...(due ? { due } : {}) },
    ...(note ? { values: { note } } : {}),
  });
  return readAssignments(db, { organizationId, assessmentId });
}

async function requireAnswerer(db: ScopedDb, organizationId: string, person: string): Promise<void> {
  const member = await db.membership.findUnique({
    where: { organizationId_userId: { organizationId, userId: person } },
  });
  if (!member || (member.expiresAt && member.expiresAt <= new Date())) throw notFound("The person");
  const role = member.role as Role; // the column's check allows no other
  if (!can({ role, userId: person }, "answers.write")) {
    const message = "Their role doesn’t answer. Choose somebody else, or change their role under People.";
    throw new Problem("invalid", message, [{ path: "person", message }]);
  }
}

async function requirePlaces(
  db: ScopedDb,
  content: Readonly<{ questionnaire: string; version: string }>,
  places: readonly string[],
): Promise<void> {
  const rows = await askedCriteria(db, content);
  const known = new Set(["*", ...rows.flatMap(({ pillar, criterion }) => [pillar, criterion.replace(/\.[^.]+$/, "")])]);
  const unknown = places.filter((place) => !known.has(place));
  if (unknown.length > 0) throw notFound(`The topic ${unknown[0]}`);
}
