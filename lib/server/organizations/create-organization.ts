import { z } from "zod";
import type { ScopedDb } from "../platform/database/client";
import { Problem } from "../platform/problem";
import { organizationsOf } from "./organizations-of";
import { newSlug, organizationName } from "./slug";

export const createOrganizationSchema = z.strictObject({ name: organizationName });

/**
 * Makes an organization that the person owns. Open to people who already run one, so that an invited guest can't.
 * @param db the person's own transaction
 * @throws Problem forbidden
 */
export async function createOrganization(
  db: ScopedDb,
  userId: string,
  name: string,
  { sample = false } = {},
): Promise<{ id: string; slug: string }> {
  const belongings = await organizationsOf(userId);
  if (!belongings.some(({ role }) => role === "owner" || role === "admin" || role === "consultant")) {
    throw new Problem("forbidden", "Only owners, administrators and consultants can add organizations.");
  }
  const slug = newSlug(name);
  const [row] = await db.$queryRaw<
    { id: string }[]
  >`SELECT create_organization(${userId}::uuid, ${name}, ${slug}, ${sample}) AS id`;
  if (!row) throw new Error("create_organization returned nothing");
  return { id: row.id, slug };
}
