import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import type { ScopedDb } from "../../platform/database/client";
import { withOrganization } from "../../platform/database/client";
import { Problem } from "../../platform/problem";
import { addressOf } from "../request-address";
import { type Action, type Actor, can } from "../roles";
import { resolveSession, type Session, sessionHash } from "../session";
import { actorOf } from "./handler";

/** A page's data, or the knowledge that this member's role doesn't open it. */
export type PageRead<T> =
  | { readonly allowed: true; readonly actor: Actor; readonly data: T }
  | { readonly allowed: false; readonly actor: Actor };

/**
 * The door of every page inside an organization: session, membership, right, then one scoped transaction for all that it shows.
 * Without a session it leads to sign-in and back; for who is no member the page doesn't exist.
 */
export async function readPage<T>(
  organization: string,
  may: Action,
  read: (db: ScopedDb, actor: Actor) => Promise<T>,
): Promise<PageRead<T>> {
  const session = await pageSession(organization);
  if (!session) redirect(await signInAddress());
  if (!session.organization) notFound();
  const actor = actorOf(session, session.organization, addressOf(await headers()));
  if (!can(actor, may)) return { allowed: false, actor };
  try {
    return { allowed: true, actor, data: await withOrganization(actor, (db) => read(db, actor)) };
  } catch (error) {
    if (error instanceof Problem && error.kind === "not-found") notFound();
    throw error;
  }
}

/** The session of a page that belongs to no organization; leads to sign-in without one. */
export async function personPage(): Promise<Session> {
  const session = await pageSession("");
  if (!session) redirect(await signInAddress());
  return session;
}

/** The session behind the request, if any; looked up once per request and organization. */
export const pageSession = cache(async (organization: string): Promise<Session | null> => {
  const jar = await cookies();
  const hash = await sessionHash((name) => jar.get(name)?.value);
  return hash ? resolveSession(hash, organization) : null;
});

async function signInAddress(): Promise<string> {
  const path = (await headers()).get("x-plumbline-path") ?? "/";
  return `/sign-in?next=${encodeURIComponent(path)}`;
}
