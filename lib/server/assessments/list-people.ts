import type { WalkPerson } from "../../core/walk/walk-person";
import type { Actor } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";
import { findAssessment } from "./find-assessment";

/**
 * Everybody who may see an assessment, by name: whom to mention, to ask, to meet in it.
 * @throws Problem not-found
 */
export async function listPeople(db: ScopedDb, actor: Actor, slug: string): Promise<readonly WalkPerson[]> {
  const { organizationId, id, createdBy } = await findAssessment(db, actor, slug);
  const rows = await db.membership.findMany({
    where: { organizationId, OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }] },
    select: { userId: true, role: true, user: { select: { name: true } } },
  });
  const assigned = await db.assignment.findMany({
    where: { organizationId, assessmentId: id },
    select: { userId: true },
  });
  const seen = new Set([createdBy, ...assigned.map(({ userId }) => userId)]);
  return rows
    .map(({ userId, role, user }) => ({
      id: userId,
      name: user.name,
      role,
      sees: role !== "assessor" || seen.has(userId),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}
