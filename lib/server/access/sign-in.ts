import { createHmac } from "node:crypto";
import { callFunction } from "../platform/database/client";
import { hashToken, randomToken } from "../platform/secrets";
import { passwordFits } from "./password";

const WINDOW = "15 minutes";
/** Per account and address together, so that nobody else can lock a person out. */
const PAIR_LIMIT = 8;
const ADDRESS_LIMIT = 60;

export type SignInResult =
  | { readonly ok: true; readonly userId: string; readonly token: string }
  | { readonly ok: false; readonly reason: "wrong" | "throttled" };

/**
 * Checks address and password and begins a session. The same answer in the same time whether or not the account exists.
 * @param from network address and user agent of the request
 */
export async function signIn(
  email: string,
  password: string,
  from: Readonly<{ address: string; agent: string }>,
): Promise<SignInResult> {
  const pair = throttleKey("pair", `${email.toLowerCase()}|${from.address}`);
  const address = throttleKey("address", from.address);
  const [blocked] = await callFunction<{ blocked: boolean }>`
    SELECT throttle_blocked(${pair}, ${WINDOW}::interval, ${PAIR_LIMIT}::int) OR throttle_blocked(${address}, ${WINDOW}::interval, ${ADDRESS_LIMIT}::int) AS blocked`;
  if (blocked?.blocked) return { ok: false, reason: "throttled" };

  const [account] = await callFunction<{ id: string; password_hash: string }>`SELECT * FROM sign_in_lookup(${email})`;
  if (!(await passwordFits(account?.password_hash, password)) || !account) {
    await callFunction`SELECT throttle_fail(${pair}, ${WINDOW}::interval, ${PAIR_LIMIT}::int), throttle_fail(${address}, ${WINDOW}::interval, ${ADDRESS_LIMIT}::int)`;
    return { ok: false, reason: "wrong" };
  }
  await callFunction`SELECT throttle_clear(${pair})::text AS cleared`;
  return { ok: true, userId: account.id, token: await beginSession(account.id, "password", from) };
}

/** Begins a session and returns its token, which is stored hashed only. */
export async function beginSession(
  userId: string,
  method: string,
  from: Readonly<{ address: string; agent: string }>,
): Promise<string> {
  const token = randomToken();
  const lifetime = `${process.env.SESSION_HOURS || 12} hours`;
  await callFunction`SELECT create_session(${userId}::uuid, ${hashToken(token)}, ${lifetime}::interval, ${method}, ${from.agent}, ${from.address})`;
  return token;
}

/** Addresses stand in the throttle table only as keyed hashes. */
function throttleKey(kind: string, value: string): string {
  return `${kind}:${createHmac("sha256", process.env.NEXTAUTH_SECRET ?? "")
    .update(value)
    .digest("base64url")}`;
}
