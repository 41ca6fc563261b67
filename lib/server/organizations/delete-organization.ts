import { z } from "zod";
import type { Actor } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";
import { log } from "../platform/log";
import { Problem } from "../platform/problem";

/** The caller repeats the organization's part of the address, so that a slip of a program deletes nothing. */
export const deleteOrganizationSchema = z.strictObject({ confirm: z.string() });

/**
 * Deletes the organization and everything that belongs to it, its audit log included.
 * @throws Problem invalid when the confirmation doesn't fit
 */
export async function deleteOrganization(db: ScopedDb, actor: Actor, confirm: string): Promise<{ removed: true }> {
  if (confirm !== actor.organizationSlug) {
    throw new Problem("invalid", "The confirmation doesn't fit the organization.", [
      { path: "confirm", message: `Repeat ${actor.organizationSlug}.` },
    ]);
  }
  await db.organization.delete({ where: { id: actor.organizationId } });
  log.info({ organization: actor.organizationId, by: actor.userId }, "organization deleted");
  return { removed: true };
}
