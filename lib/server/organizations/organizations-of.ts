import type { Role } from "../access/roles";
import { callFunction } from "../platform/database/client";

/** A live membership of a person. */
export type Belonging = Readonly<{ id: string; slug: string; name: string; sample: boolean; role: Role }>;

/** The organizations that a person is a live member of; samples last. */
export function organizationsOf(userId: string): Promise<Belonging[]> {
  return callFunction<Belonging>`SELECT * FROM organizations_of(${userId}::uuid)`;
}

/** Those of some organizations that a person is a live member of. */
export function belongingsIn(userId: string, organizationIds: readonly string[]): Promise<Belonging[]> {
  return callFunction<Belonging>`SELECT * FROM belongings_in(${userId}::uuid, ${organizationIds}::uuid[])`;
}
