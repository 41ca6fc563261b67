import { z } from "zod";
import { type Actor, can, type Role } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";
import type { Membership } from "../platform/database/generated/client";
import { notFound, Problem } from "../platform/problem";

export type ManagedMember = Readonly<Omit<Membership, "role"> & { role: Role }>;

/**
 * A member whom the actor may manage: nobody whose role is above their own.
 * @throws Problem not-found, forbidden
 */
export async function findManagedMember(db: ScopedDb, actor: Actor, userId: string): Promise<ManagedMember> {
  const { organizationId } = actor;
  const known = z.uuid().safeParse(userId).success;
  const row = known ? await db.membership.findFirst({ where: { organizationId, userId } }) : null;
  if (!row) throw notFound("The member");
  const role = row.role as Role; // the column's check allows no other
  if (!can(actor, "people.manage", { grants: role })) {
    throw new Problem("forbidden", "Only an owner can change or remove an owner.");
  }
  return { ...row, role };
}

/** The key of one membership. */
export function membershipKey({ organizationId, userId }: Pick<Membership, "organizationId" | "userId">) {
  return { organizationId_userId: { organizationId, userId } };
}
