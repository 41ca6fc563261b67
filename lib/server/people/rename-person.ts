import { z } from "zod";
import { appendPersonAudit } from "../access/audit-person";
import type { Session } from "../access/session";
import type { ScopedDb } from "../platform/database/client";
import { personName } from "./redeem-setup-link";

export const renamePersonSchema = z.strictObject({ name: personName });

/** Changes the person's own name; what they did before shows the new one. */
export async function renamePerson(
  db: ScopedDb,
  { session, address }: Readonly<{ session: Session; address: string }>,
  { name }: z.output<typeof renamePersonSchema>,
): Promise<null> {
  await db.user.update({ where: { id: session.userId }, data: { name }, select: { id: true } });
  await appendPersonAudit(db, { userId: session.userId, address }, { action: "account.name" });
  return null;
}
