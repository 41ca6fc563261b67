import { z } from "zod";
import { appendPersonAudit } from "../access/audit-person";
import type { Session } from "../access/session";
import { type ScopedDb, withPerson } from "../platform/database/client";

export const mailNoticesSchema = z.strictObject({ mailNotices: z.enum(["at-once", "daily", "off"]) });
export type MailNotices = z.output<typeof mailNoticesSchema>["mailNotices"];

/** Sets when the person gets mail of what they are told. */
export async function setMailNotices(
  db: ScopedDb,
  { session, address }: Readonly<{ session: Session; address: string }>,
  { mailNotices }: z.output<typeof mailNoticesSchema>,
): Promise<null> {
  await db.user.update({ where: { id: session.userId }, data: { mailNotices }, select: { id: true } });
  await appendPersonAudit(
    db,
    { userId: session.userId, address },
    { action: "account.mail", facts: { mail: mailNotices } },
  );
  return null;
}

/** When the person gets mail, as they set it. */
export async function readMailNotices({ userId }: Session): Promise<MailNotices> {
  const row = await withPerson(userId, (db) =>
    db.user.findUniqueOrThrow({ where: { id: userId }, select: { mailNotices: true } }),
  );
  return mailNoticesSchema.parse(row).mailNotices;
}
