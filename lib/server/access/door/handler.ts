import type { NextRequest } from "next/server";
import type { z } from "zod";
import { changeInterview, type Guest } from "../../interviews/open-interview";
import type { ScopedDb } from "../../platform/database/client";
import { withOrganization, withPerson } from "../../platform/database/client";
import { forbidden, notFound, Problem, unauthenticated } from "../../platform/problem";
import { type AuditNote, appendAudit } from "../audit";
import { addressOf } from "../request-address";
import { type Action, type Actor, can } from "../roles";
import { peekSession, resolveSession, type Session, sessionHash } from "../session";
import { readUpload, type Upload } from "./read-upload";
import { type Answered, checkOrigin, readBytes, readJson, respond } from "./respond";

type Params = Readonly<Record<string, string>>;
type Route = (
  request: NextRequest,
  context: { params: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response>;
type NoInput = Readonly<Record<string, never>>;

/** What the door hands to a use case: everything was checked before. */
export type Opened<I> = Readonly<{
  db: ScopedDb;
  actor: Actor;
  params: Params;
  input: I;
  /** Notes what was done for the audit log, in the same transaction. Every state change needs at least one. */
  audit: (note: AuditNote) => void;
}>;

/** What takes long and needs no database, such as drawing a PDF: done once the transaction is committed and its connection free. */
type Later = () => Promise<Answered>;

type Inside<I> = Readonly<{
  may: Action;
  /** The audit log goes with the organization, so nothing can be noted in it. */
  endsOrganization?: true;
  /** The page asks by itself, not the person: it doesn't keep the session alive. */
  byItself?: true;
  /** Asks something too long for an address: nothing is to be noted, and the database refuses every change. */
  readsOnly?: true;
  run: (opened: Opened<I>) => Promise<Answered | Later>;
}>;

/**
 * The door of everything inside an organization: origin, session, membership, right, input, one scoped transaction, audit.
 * The organization is the path's `[organization]`; who is no member gets 404, who may not gets 403.
 *
 * @param options.may the action asked of `can`
 * @param options.input schema of the JSON body (of the query, for GET)
 * @param options.maxBytes of the body, 1 MB unless given
 * @param options.run the use case; what it returns is sent as JSON
 */
export function handler<S extends z.ZodType = z.ZodType<NoInput>>(
  options: Inside<z.output<S>> & { input?: S; maxBytes?: number },
): Route {
  return inside(options, async (request) => (await parse(request, options.input, options.maxBytes)) as z.output<S>);
}

/** The same for an uploaded file: the raw body, up to `maxBytes`. */
export function bytesHandler(options: Inside<Uint8Array<ArrayBuffer>> & { maxBytes: number }): Route {
  return inside(options, (request) => readBytes(request, options.maxBytes));
}

/**
 * The same for a form with one file and its fields as JSON.
 *
 * @param options.prepare what needs no database, such as looking into the file: done before the transaction begins
 */
export function uploadHandler<S extends z.ZodType, P>(
  options: Inside<P> & {
    input: S;
    maxBytes: number;
    prepare: (input: z.output<S>, file: Upload["file"]) => Promise<P>;
  },
): Route {
  return inside(options, async (request) => {
    const { fields, file } = await readUpload(request, options.maxBytes);
    return options.prepare(check(options.input, fields) as z.output<S>, file);
  });
}

function inside<I>(options: Inside<I>, read: (request: NextRequest) => Promise<I>): Route {
  return (request, context) =>
    respond(request, async () => {
      checkOrigin(request);
      const params = plain(await context.params);
      const look = options.byItself ? peekSession : resolveSession;
      const session = await requireSession(request, params.organization ?? "", look);
      if (!session.organization) throw notFound("The organization");
      const actor = actorOf(session, session.organization, addressOf(request.headers));
      if (!can(actor, options.may)) throw forbidden(options.may);
      const input = await read(request);
      const answer = await withOrganization(actor, async (db) => {
        if (options.readsOnly) await db.$executeRaw`SET TRANSACTION READ ONLY`;
        const notes: AuditNote[] = [];
        const answered = await options.run({ db, actor, params, input, audit: (note) => notes.push(note) });
        if (request.method !== "GET" && notes.length === 0 && !options.endsOrganization && !options.readsOnly) {
          throw new Error(`${request.method} ${options.may} changed something without an audit note`);
        }
        for (const note of notes) await appendAudit(db, actor, note);
        return answered;
      });
      return typeof answer === "function" ? answer() : answer;
    });
}

/** The door of what a signed-in person does for themself: organizations they belong to, their account. */
export function personHandler<S extends z.ZodType = z.ZodType<NoInput>>(options: {
  input?: S;
  run: (
    opened: Readonly<{ db: ScopedDb; session: Session; params: Params; input: z.output<S>; address: string }>,
  ) => Promise<Answered>;
}): Route {
  return (request, context) =>
    respond(request, async () => {
      checkOrigin(request);
      const session = await requireSession(request, "");
      const input = (await parse(request, options.input)) as z.output<S>;
      const params = plain(await context.params);
      return withPerson(session.userId, (db) =>
        options.run({ db, session, params, input, address: addressOf(request.headers) }),
      );
    });
}

/** The door of what needs no account: one-time links and health. Such a route decides by the secret it is given. */
export function openHandler<S extends z.ZodType = z.ZodType<NoInput>>(options: {
  input?: S;
  run: (
    opened: Readonly<{ request: NextRequest; params: Params; input: z.output<S>; address: string }>,
  ) => Promise<Answered>;
}): Route {
  return (request, context) =>
    respond(request, async () => {
      checkOrigin(request);
      const input = (await parse(request, options.input)) as z.output<S>;
      return options.run({ request, params: plain(await context.params), input, address: addressOf(request.headers) });
    });
}

/**
 * The door of an interview link, the path's `[token]`: its organization's transaction, for a guest without an account. What the guest may
 * do is what the use cases in lib/server/interviews offer: the link's own topics.
 */
export function guestHandler<S extends z.ZodType = z.ZodType<NoInput>>(options: {
  input?: S;
  run: (
    opened: Readonly<{ db: ScopedDb; guest: Guest; input: z.output<S>; audit: (note: AuditNote) => void }>,
  ) => Promise<Answered>;
}): Route {
  return (request, context) =>
    respond(request, async () => {
      checkOrigin(request);
      const { token = "" } = plain(await context.params);
      const input = (await parse(request, options.input)) as z.output<S>;
      const address = addressOf(request.headers);
      const done = await changeInterview(token, async (db, guest) => {
        const notes: AuditNote[] = [];
        const answer = await options.run({ db, guest, input, audit: (note) => notes.push(note) });
        for (const note of notes) await appendAudit(db, { userId: null, address }, note);
        return { answer };
      });
      if (!done) throw notFound("The interview");
      return done.answer;
    });
}

/**
 * The door of a hot path whose one SQL statement looks up session, membership and right itself (from the table that roles.ts
 * writes), sets the organization, and appends the audit entry.
 */
export function statementHandler<S extends z.ZodType>(options: {
  input: S;
  run: (
    opened: Readonly<{ tokenHash: Buffer; params: Params; input: z.output<S>; address: string }>,
  ) => Promise<Answered>;
}): Route {
  return (request, context) =>
    respond(request, async () => {
      checkOrigin(request);
      const tokenHash = await sessionHash((name) => request.cookies.get(name)?.value);
      if (!tokenHash) throw unauthenticated();
      const input = await parse(request, options.input);
      return options.run({
        tokenHash,
        params: plain(await context.params),
        input: input as z.output<S>,
        address: addressOf(request.headers),
      });
    });
}

/** An actor from a live session. */
export function actorOf(session: Session, organization: NonNullable<Session["organization"]>, address: string): Actor {
  return {
    userId: session.userId,
    name: session.name,
    email: session.email,
    organizationId: organization.id,
    organizationSlug: organization.slug,
    organizationName: organization.name,
    sample: organization.sample,
    role: organization.role,
    address,
  };
}

async function requireSession(request: NextRequest, organization: string, look = resolveSession): Promise<Session> {
  const hash = await sessionHash((name) => request.cookies.get(name)?.value);
  const session = hash && (await look(hash, organization));
  if (!session) throw unauthenticated();
  return session;
}

async function parse(request: NextRequest, schema: z.ZodType | undefined, maxBytes?: number): Promise<unknown> {
  if (!schema) return {};
  const query = request.method === "GET";
  const given = query ? Object.fromEntries(request.nextUrl.searchParams) : await readJson(request, maxBytes);
  return check(schema, given);
}

function check(schema: z.ZodType, given: unknown): unknown {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
  throw new Problem("invalid", "Some of what was sent can't be used.", fields);
}

function plain(params: Record<string, string | string[] | undefined> | undefined): Params {
  const given = Object.entries(params ?? {}).map(
    ([name, value]) => [name, Array.isArray(value) ? value.join("/") : (value ?? "")] as const,
  );
  // No name holds a NUL, and the database takes none.
  if (given.some(([, value]) => value.includes("\0"))) throw notFound("The address");
  return Object.fromEntries(given);
}
