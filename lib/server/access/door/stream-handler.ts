import type { NextRequest } from "next/server";
import type { ScopedDb } from "../../platform/database/client";
import { withOrganization } from "../../platform/database/client";
import { forbidden, notFound, unauthenticated } from "../../platform/problem";
import { addressOf } from "../request-address";
import { type Action, type Actor, can } from "../roles";
import { peekSession, sessionHash } from "../session";
import { actorOf } from "./handler";
import { checkOrigin, respond } from "./respond";

type Params = Readonly<Record<string, string>>;
type Route = (
  request: NextRequest,
  context: { params: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response>;

type Streamed<F> = Readonly<{
  may: Action;
  /** What is followed, looked up in a transaction of its own; it throws where the actor may not see it. */
  find: (opened: Readonly<{ db: ScopedDb; actor: Actor; params: Params }>) => Promise<F>;
  stream: (
    opened: Readonly<{ actor: Actor; found: F; tokenHash: Buffer; lastId: string | null; signal: AbortSignal }>,
  ) => ReadableStream<Uint8Array>;
}>;

/**
 * The door of server-sent events inside an organization: session, membership and right before the first byte. What goes out
 * later asks them again by itself (see the hub), because a stream outlives the answer to "may I".
 */
export function streamHandler<F>(options: Streamed<F>): Route {
  return (request, context) =>
    respond(request, async () => {
      checkOrigin(request);
      const given = await context.params;
      const params = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value ?? "")]));
      if (Object.values(params).some((value) => value.includes("\0"))) throw notFound("The address");
      const tokenHash = await sessionHash((name) => request.cookies.get(name)?.value);
      const session = tokenHash && (await peekSession(tokenHash, params.organization ?? ""));
      if (!session) throw unauthenticated();
      if (!session.organization) throw notFound("The organization");
      const actor = actorOf(session, session.organization, addressOf(request.headers));
      if (!can(actor, options.may)) throw forbidden(options.may);
      const found = await withOrganization(actor, (db) => options.find({ db, actor, params }));
      const lastId = request.headers.get("last-event-id");
      const stream = options.stream({ actor, found, tokenHash, lastId, signal: request.signal });
      return new Response(stream, {
        headers: {
          "Content-Type": "text/event-stream",
          // A proxy that collects or compresses would hold events back.
          "Cache-Control": "no-store, no-transform",
          "X-Accel-Buffering": "no",
        },
      });
    });
}
