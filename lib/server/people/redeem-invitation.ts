import { z } from "zod";
import { hashPassword, newPassword } from "../access/password";
import { callFunction } from "../platform/database/client";
import { Problem } from "../platform/problem";
import { hashToken } from "../platform/secrets";
import { personName } from "./redeem-setup-link";

const token = z.string().min(1).max(100);
export const redeemSchema = z.strictObject({ token, name: personName, password: newPassword });
export const acceptSchema = z.strictObject({ token });

export type Invitation = Readonly<{ organization: string; slug: string; email: string; role: string; known: boolean }>;

/** What an open invitation offers, or nothing when it is spent, taken back or expired. */
export async function peekInvitation(token: string): Promise<Invitation | undefined> {
  const [row] = await callFunction<{
    organization_name: string;
    organization_slug: string;
    email: string;
    role: string;
    known: boolean;
  }>`
    SELECT * FROM peek_invitation(${hashToken(token)})`;
  return (
    row && {
      organization: row.organization_name,
      slug: row.organization_slug,
      email: row.email,
      role: row.role,
      known: row.known,
    }
  );
}

/**
 * Makes the invited person's account and membership. Who tries it learns whether the address has an account, at the price of making one where not.
 * @throws Problem conflict when the link is spent, or the address has an account
 */
export async function redeemInvitation(input: z.output<typeof redeemSchema>): Promise<{ organization: string }> {
  const invitation = await peekInvitation(input.token);
  // Before the password is hashed, which costs what a sign-in does.
  if (!invitation) throw spent();
  if (invitation.known)
    throw new Problem(
      "conflict",
      "No account was made. If you have one with this address, sign in and open the link again.",
    );
  return redeem(input.token, null, input.name, await hashPassword(input.password));
}

/**
 * Joins a person who is signed in.
 * @throws Problem conflict when the link is spent; forbidden when it was sent to another address
 */
export async function acceptInvitation(
  token: string,
  userId: string,
  email: string,
): Promise<{ organization: string }> {
  const invitation = await peekInvitation(token);
  if (invitation && invitation.email !== email)
    throw new Problem("forbidden", "This invitation was sent to another address.");
  return redeem(token, userId, null, null);
}

async function redeem(
  token: string,
  userId: string | null,
  name: string | null,
  hash: string | null,
): Promise<{ organization: string }> {
  const invitation = await peekInvitation(token);
  const [row] = await callFunction<{
    id: string | null;
  }>`SELECT redeem_invitation(${hashToken(token)}, ${userId}::uuid, ${name}, ${hash}) AS id`;
  if (!row?.id || !invitation) throw spent();
  return { organization: invitation.slug };
}

function spent(): Problem {
  return new Problem("conflict", "This invitation was used, taken back, or has expired. Ask for a new one.");
}
