import { approvalObstacles } from "../../core/review/review-words";
import type { AuditNote } from "../access/audit";
import { type Actor, can } from "../access/roles";
import { keepSnapshot } from "../assessments/take-snapshot";
import type { ScopedDb } from "../platform/database/client";
import { Problem } from "../platform/problem";
import { tellClients } from "../platform/tell-clients";
import { lockAssessment } from "./lock-assessment";
import { readReview } from "./read-review";

/**
 * Approves an assessment whose pillars are all signed off as they stand: makes the snapshot that the approval is, and locks it.
 * Not by who answered in it, unless the organization has switched that off; then the snapshot says so.
 * @returns the snapshot's id and SHA-256
 * @throws Problem not-found, forbidden (own answers), conflict (not all signed off; approved already)
 */
export async function approveAssessment(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  audit: (note: AuditNote) => void,
): Promise<{ id: string; hash: string; round: number }> {
  const { organizationId, id: assessmentId, round } = await lockAssessment(db, actor, slug);
  const { input, standings } = await readReview(db, actor, slug);
  const { selfAcceptance } = input;
  const own = standings.some((one) => one.own > 0);
  const resource = { ...(own ? { answeredBy: actor.userId } : {}), selfAcceptance };
  const [unready] = approvalObstacles(standings, { selfAcceptance: true });
  if (unready) throw new Problem("conflict", unready);
  if (!can(actor, "assessment.approve", resource)) {
    const [why] = approvalObstacles(standings, { selfAcceptance: false });
    throw new Problem("forbidden", why ?? "The approval needs another reviewer.");
  }
  const self = own || standings.some(({ review }) => review?.signed?.self === true);
  const kept = await keepSnapshot(db, actor, slug, {
    label: `Approval of round ${round}`,
    approvedRound: round,
    selfApproved: self,
  });
  await db.assessment.update({
    where: { organizationId_id: { organizationId, id: assessmentId } },
    data: { state: "approved" },
  });
  await tellClients(db, "review", { assessment: assessmentId });
  audit({
    action: "assessment.approve",
    object: `assessment/${assessmentId}`,
    facts: { round, snapshot: kept.id, hash: kept.hash, own: self },
  });
  return { ...kept, round };
}
