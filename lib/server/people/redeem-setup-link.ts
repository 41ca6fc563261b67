import { z } from "zod";
import { hashPassword, newPassword } from "../access/password";
import { newSlug, organizationName } from "../organizations/slug";
import { callFunction } from "../platform/database/client";
import { Problem } from "../platform/problem";
import { hashToken } from "../platform/secrets";

export const personName = z.string().trim().min(1, "Enter your name.").max(100);
export const emailAddress = z.email("Enter an email address, such as name@example.org.").max(254).toLowerCase();

export const setupSchema = z.strictObject({
  token: z.string().min(1).max(100),
  name: personName,
  email: emailAddress,
  password: newPassword,
  organization: organizationName,
});

/** Whether a set-up link can still be used. */
export async function setupLinkIsOpen(token: string): Promise<boolean> {
  const [row] = await callFunction<{ open: boolean }>`SELECT setup_link_open(${hashToken(token)}) AS open`;
  return row?.open === true;
}

/**
 * Spends the set-up link: the owner's account and their organization in one step.
 * @throws Problem conflict when the link is spent or expired
 */
export async function redeemSetupLink(
  input: z.output<typeof setupSchema>,
): Promise<{ organization: string; email: string }> {
  // Before the password is hashed, which costs what a sign-in does.
  if (!(await setupLinkIsOpen(input.token))) throw spent();
  const slug = newSlug(input.organization);
  const [row] = await callFunction<{ id: string | null }>`
    SELECT redeem_setup_link(${hashToken(input.token)}, ${input.email}, ${input.name}, ${await hashPassword(input.password)}, ${input.organization}, ${slug}) AS id`;
  if (!row?.id) throw spent();
  return { organization: slug, email: input.email };
}

function spent(): Problem {
  return new Problem("conflict", "This set-up link was used or has expired. Start the server again for a new one.");
}
