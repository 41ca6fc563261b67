import { createHmac } from "node:crypto";
import { isIPv6 } from "node:net";
import { callFunction } from "../platform/database/client";

const WINDOW = "15 minutes";

/** What is counted for whom. */
export type Attempt = Readonly<{ key: string; limit: number }>;

/**
 * An attempt of a kind, by or at somebody, of which so many are allowed within 15 minutes. Addresses and accounts stand in the
 * database only as keyed hashes.
 */
export function attempt(kind: string, who: string, limit: number): Attempt {
  const hash = createHmac("sha256", process.env.NEXTAUTH_SECRET ?? "").update(who);
  return { key: `${kind}:${hash.digest("base64url")}`, limit };
}

/**
 * Counts attempts before they are made: those that are asked at once must not all pass before the first is counted.
 * @returns whether one of them was one too many
 */
export async function countAttempts(attempts: readonly Attempt[]): Promise<boolean> {
  const counted = attempts.map(async ({ key, limit }) => {
    const [row] = await callFunction<{ over: boolean }>`
      SELECT throttle_fail(${key}, ${WINDOW}::interval, ${limit}::int) AS over`;
    return row?.over === true;
  });
  return (await Promise.all(counted)).includes(true);
}

/** After one that was right: no attempt against this key counts any more. */
export async function forgetAttempts({ key }: Attempt): Promise<void> {
  await callFunction`SELECT throttle_clear(${key})::text AS cleared`;
}

/** After one that was right: it wasn't an attempt, and the others still count. */
export async function takeBackAttempt({ key }: Attempt): Promise<void> {
  await callFunction`SELECT throttle_take_back(${key})::text AS taken`;
}

/**
 * Whose network an address belongs to: itself, or of IPv6 the /64, of which one host may take every address.
 * @param address as `addressOf` gives it
 */
export function networkOf(address: string): string {
  const plain = address.replace(/%.*$/, "").replace(/^::ffff:(?=\d+\.\d+\.)/i, "");
  if (!isIPv6(plain)) return plain;
  const [head = [], tail = []] = plain.split("::").map((part) => part.split(":").filter(Boolean));
  const all = [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => "0"), ...tail];
  return `${all
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(":")}::/64`;
}
