import { z } from "zod";
import { appendPersonAudit } from "../access/audit-person";
import { hashPassword, newPassword, passwordFits } from "../access/password";
import type { Session } from "../access/session";
import { attempt, countAttempts, forgetAttempts } from "../access/throttle";
import type { ScopedDb } from "../platform/database/client";
import { Problem } from "../platform/problem";
import { revokeSessions } from "./end-sessions";

export const changePasswordSchema = z.strictObject({
  present: z.string().min(1, "Enter your present password.").max(200),
  password: newPassword,
});

/** As at sign-in: whoever finds an open browser doesn't get to guess. */
const LIMIT = 8;

/**
 * Changes the person's password and ends all their other sessions.
 * @throws Problem invalid when the present one doesn't fit or the new one is the same, too-many after many wrong guesses
 */
export async function changePassword(
  db: ScopedDb,
  { session, address }: Readonly<{ session: Session; address: string }>,
  { present, password }: z.output<typeof changePasswordSchema>,
): Promise<{ ended: number }> {
  const { userId } = session;
  const guess = attempt("password", userId, LIMIT);
  // Counted outside of this transaction, which a wrong guess rolls back.
  if (await countAttempts([guess]))
    throw new Problem("too-many", "Too many attempts. Wait 15 minutes, then try again.");
  const account = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { passwordHash: true } });
  if (!(await passwordFits(account.passwordHash, present)))
    throw invalid("present", "This is not your present password.");
  await forgetAttempts(guess);
  if (present === password) throw invalid("password", "Choose another one than the present.");
  await db.user.update({ where: { id: userId }, data: { passwordHash: await hashPassword(password) } });
  const ended = await revokeSessions(db, session, "others");
  await appendPersonAudit(db, { userId, address }, { action: "account.password", facts: { ended } });
  return { ended };
}

function invalid(path: string, message: string): Problem {
  return new Problem("invalid", "The password was not changed.", [{ path, message }]);
}
