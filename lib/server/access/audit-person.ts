import { organizationsOf } from "../organizations/organizations-of";
import { enterOrganization, type ScopedDb } from "../platform/database/client";
import { type AuditNote, appendAudit } from "./audit";

/**
 * Notes what a person did to their own account in the log of every organization that they belong to, in the caller's
 * transaction: each of them trusts that account.
 *
 * @param db as a person, without an organization
 */
export async function appendPersonAudit(
  db: ScopedDb,
  person: Readonly<{ userId: string; address: string }>,
  note: Pick<AuditNote, "action" | "facts">,
): Promise<void> {
  const belongings = await organizationsOf(person.userId);
  // In one order for everybody, because each chain is locked until the commit.
  for (const { id } of belongings.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    await enterOrganization(db, id);
    await appendAudit(db, person, { ...note, object: `user/${person.userId}` });
  }
  await enterOrganization(db, "");
}
