import { z } from "zod";
import type { Decision } from "../../core/walk/decision";
import type { Actor } from "../access/roles";
import { listMembers } from "../people/list-members";
import { namesOf } from "../people/names-of";
import type { ScopedDb } from "../platform/database/client";
import { findAssessment } from "./find-assessment";
import { decisionView } from "./record-decision";

export const workshopSchema = z.strictObject({ topic: z.string().min(1).max(200) });

export type Workshop = Readonly<{
  /** Of the topic, the newest first. */
  decisions: readonly Decision[];
  /** Names of members, to choose from who is in the room. */
  members: readonly string[];
  /** Names of who recorded, by id. */
  names: Readonly<Record<string, string>>;
}>;

/**
 * What workshops decided on one topic, and who could be in the room.
 * @throws Problem not-found
 */
export async function readWorkshop(db: ScopedDb, actor: Actor, slug: string, topic: string): Promise<Workshop> {
  const assessment = await findAssessment(db, actor, slug);
  const rows = await db.workshopDecision.findMany({
    where: { organizationId: assessment.organizationId, assessmentId: assessment.id, topic },
    orderBy: { recordedAt: "desc" },
    take: 50,
  });
  const members = await listMembers(db, actor.organizationId);
  return {
    decisions: rows.map(decisionView),
    members: members.filter(({ ended }) => !ended).map(({ name }) => name),
    names: await namesOf(
      db,
      rows.map((row) => row.recordedBy),
    ),
  };
}
