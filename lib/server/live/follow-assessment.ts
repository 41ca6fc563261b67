import { writeLiveEvent } from "../../core/live/live-event";
import type { Actor } from "../access/roles";
import { withOrganization } from "../platform/database/client";
import { Problem } from "../platform/problem";
import { hub, type Subscriber } from "./hub";
import { liveState } from "./live-state";

/** Streams of one person on one instance: more is not a person. */
const MOST_STREAMS = 40;
/** Events that wait for a client that doesn't read; then it has to come again. */
const MOST_WAITING = 200;

type Follower = Readonly<{
  actor: Actor;
  /** The session in its stored form. */
  tokenHash: Buffer;
  assessment: string;
  /** The last event that the client has, if it comes again. */
  lastId: string | null;
  /** The request's own end. */
  signal: AbortSignal;
}>;

/**
 * The live events of one assessment as a stream, until the client leaves or its rights end. The caller has asked the rights
 * to begin with.
 * @throws Problem too-many
 */
export function followAssessment({
  actor,
  tokenHash,
  assessment,
  lastId,
  signal,
}: Follower): ReadableStream<Uint8Array> {
  if (hub().count(actor.userId) >= MOST_STREAMS) {
    throw new Problem("too-many", "Too many live connections are open. Close some tabs, then reload.");
  }
  const encoder = new TextEncoder();
  let leave = () => {};
  return new ReadableStream<Uint8Array>(
    {
      start: async (controller) => {
        let open = true;
        const close = () => {
          if (!open) return;
          open = false;
          leave();
          controller.close();
        };
        const write = (bytes: Uint8Array) => {
          if (open && bytes.length > 0) controller.enqueue(bytes);
          return open && (controller.desiredSize ?? 0) > -MOST_WAITING;
        };
        const subscriber: Subscriber = {
          token: tokenHash.toString("hex"),
          organization: actor.organizationId,
          assessment,
          person: actor.userId,
          write,
          close,
        };
        // Joins before it looks at what stands, so that nothing falls between the two.
        const joined = hub().join(subscriber, lastId);
        leave = joined.leave;
        signal.addEventListener("abort", close, { once: true });
        if (signal.aborted) return close();
        try {
          await hub().listening;
          const state = await withOrganization(actor, (db) => liveState(db, actor.organizationId, assessment));
          const hello = writeLiveEvent({ kind: "hello", state, replayed: joined.missed !== null });
          write(encoder.encode(hello + (joined.missed ?? "") + hub().presence(assessment)));
        } catch {
          close(); // the client comes again
        }
      },
      cancel: () => leave(),
    },
    new CountQueuingStrategy({ highWaterMark: 1 }),
  );
}
