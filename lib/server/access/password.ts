import { hash, verify } from "@node-rs/argon2";
import { z } from "zod";

// OWASP's recommendation for argon2id: 19 MiB, two passes, one lane.
const COST = { memoryCost: 19456, timeCost: 2, parallelism: 1 };
/** Verified when nobody has the address, so that the answer takes the same time. */
const NOBODY = hash("nobody has this password", COST);

/** What a new password must be: length is what counts; composition rules only annoy. */
export const newPassword = z
  .string()
  .min(12, "Use at least 12 characters; a few words in a row are fine.")
  .max(200, "Use at most 200 characters.")
  .refine((value) => new Set(value).size >= 5, "Use at least five different characters.");

/** An argon2id hash with its own salt and parameters. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

/** Whether the password fits; takes as long when there is no such account. */
export async function passwordFits(stored: string | undefined, password: string): Promise<boolean> {
  const fits = await verify(stored ?? (await NOBODY), password);
  return stored !== undefined && fits;
}
