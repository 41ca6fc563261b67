import { decode } from "next-auth/jwt";
import { callFunction } from "../platform/database/client";
import { hashToken } from "../platform/secrets";
import { cookieSettings } from "./cookies";
import type { Role } from "./roles";

/** A live session's person, and their place in the organization that was asked for. */
export type Session = Readonly<{
  sessionId: string;
  userId: string;
  name: string;
  email: string;
  /** Null when the person is no live member of it, or there is no such organization. */
  organization: Readonly<{ id: string; slug: string; name: string; sample: boolean; role: Role }> | null;
}>;

type Row = {
  session_id: string;
  user_id: string;
  user_name: string;
  user_email: string;
  organization_id: string | null;
  organization_name: string;
  sample: boolean;
  role: Role;
};

/** How long a session lives without being used. */
export const idleInterval = () => `${process.env.SESSION_IDLE_MINUTES || 60} minutes`;

/**
 * Reads the session's token from the request's cookies.
 * @param cookie looks a cookie up by name
 * @returns the stored form of the token, or null without a readable one; says nothing of whether the session lives
 */
export async function sessionHash(cookie: (name: string) => string | undefined): Promise<Buffer | null> {
  const token = cookie(cookieSettings(process.env.NEXTAUTH_URL).session.name);
  if (!token) return null;
  const key = hashToken(token).toString("base64");
  const known = opened.get(key);
  if (known && known.until > Date.now()) return known.hash;
  try {
    const content = await decode({ token, secret: process.env.NEXTAUTH_SECRET ?? "" });
    if (typeof content?.sid !== "string") return null;
    const hash = hashToken(content.sid);
    if (opened.size >= MOST_OPENED) opened.clear();
    opened.set(key, { hash, until: Number(content.exp ?? 0) * 1000 });
    return hash;
  } catch {
    return null; // forged, or from before the secret changed: the same as none
  }
}

const MOST_OPENED = 2_000;
/** Cookies that were opened, by their hash: opening costs a tenth of a request. Whether the session lives is asked of the database each time. */
const opened = new Map<string, Readonly<{ hash: Buffer; until: number }>>();

/** Looks the session up in the database: revoked, expired, idle and suspended ones are no session. */
export async function resolveSession(tokenHash: Buffer, organizationSlug: string): Promise<Session | null> {
  const [row] =
    await callFunction<Row>`SELECT * FROM resolve_actor(${tokenHash}, ${idleInterval()}::interval, ${organizationSlug})`;
  return row ? sessionOf(row, organizationSlug) : null;
}

/** The same for what a page asks by itself: it doesn't count as a use, so that an open page can't keep a session alive. */
export async function peekSession(tokenHash: Buffer, organizationSlug: string): Promise<Session | null> {
  const [row] =
    await callFunction<Row>`SELECT * FROM peek_actor(${tokenHash}, ${idleInterval()}::interval, ${organizationSlug})`;
  return row ? sessionOf(row, organizationSlug) : null;
}

function sessionOf(row: Row, organizationSlug: string): Session {
  return {
    sessionId: row.session_id,
    userId: row.user_id,
    name: row.user_name,
    email: row.user_email,
    organization: row.organization_id
      ? {
          id: row.organization_id,
          slug: organizationSlug,
          name: row.organization_name,
          sample: row.sample,
          role: row.role,
        }
      : null,
  };
}
