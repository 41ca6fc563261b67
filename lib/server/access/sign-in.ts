import { callFunction } from "../platform/database/client";
import { hashToken, randomToken } from "../platform/secrets";
import { passwordFits } from "./password";
import { attempt, countAttempts, forgetAttempts, networkOf, takeBackAttempt } from "./throttle";

/** Per account and network together, so that nobody else can lock a person out. */
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
  const network = networkOf(from.address);
  const pair = attempt("pair", `${email.toLowerCase()}|${network}`, PAIR_LIMIT);
  const address = attempt("address", network, ADDRESS_LIMIT);
  if (await countAttempts([pair, address])) return { ok: false, reason: "throttled" };

  const [account] = await callFunction<{ id: string; password_hash: string }>`SELECT * FROM sign_in_lookup(${email})`;
  if (!(await passwordFits(account?.password_hash, password)) || !account) return { ok: false, reason: "wrong" };
  await Promise.all([forgetAttempts(pair), takeBackAttempt(address)]);
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
