import { createHash } from "node:crypto";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";
import { logoImage } from "./logo-image";

/**
 * Sets the organization's logo from an uploaded picture.
 * @throws Problem invalid
 */
export async function putLogo(
  db: ScopedDb,
  actor: Actor,
  bytes: Uint8Array<ArrayBuffer>,
  audit: (note: AuditNote) => void,
): Promise<null> {
  const logo = await logoImage(bytes);
  await db.organization.update({ where: { id: actor.organizationId }, data: { logo } });
  const sha256 = createHash("sha256").update(logo).digest("hex");
  audit({ action: "organization.logo", object: `organization/${actor.organizationId}`, facts: { sha256 } });
  return null;
}

/** Takes the logo away. */
export async function removeLogo(db: ScopedDb, actor: Actor, audit: (note: AuditNote) => void): Promise<null> {
  await db.organization.update({ where: { id: actor.organizationId }, data: { logo: null } });
  audit({ action: "organization.logo", object: `organization/${actor.organizationId}`, facts: { sha256: null } });
  return null;
}
