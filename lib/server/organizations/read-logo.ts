import type { Actor } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";
import { notFound } from "../platform/problem";

/**
 * The organization's logo as a picture.
 * @throws Problem not-found without one
 */
export async function readLogo(db: ScopedDb, actor: Actor): Promise<Response> {
  const row = await db.organization.findUnique({ where: { id: actor.organizationId }, select: { logo: true } });
  if (!row?.logo) throw notFound("The logo");
  return new Response(row.logo, { headers: { "Content-Type": "image/png" } });
}
