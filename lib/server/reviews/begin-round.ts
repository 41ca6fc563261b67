import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";
import { Problem } from "../platform/problem";
import { tellClients } from "../platform/tell-clients";
import { lockAnyState } from "./lock-assessment";

/**
 * Opens an approved assessment again as its next round: the last answers stay as the starting point, each "still true?" until
 * somebody has changed or confirmed it. The approval's snapshot stays what it was.
 * @returns the number of the new round
 * @throws Problem not-found, conflict (not approved)
 */
export async function beginRound(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  audit: (note: AuditNote) => void,
): Promise<{ round: number }> {
  const { organizationId, id: assessmentId, round, state } = await lockAnyState(db, actor, slug);
  if (state !== "approved") throw new Problem("conflict", "Only an approved assessment is opened again.");
  // By the database's clock, which answers have their moments from.
  await db.$executeRaw`
    UPDATE assessments SET state = 'draft', round = round + 1, round_began = date_trunc('milliseconds', clock_timestamp())
     WHERE organization_id = ${organizationId}::uuid AND id = ${assessmentId}::uuid`;
  await tellClients(db, "review", { assessment: assessmentId });
  audit({ action: "assessment.reopen", object: `assessment/${assessmentId}`, facts: { round: round + 1 } });
  return { round: round + 1 };
}
