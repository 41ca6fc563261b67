import { personHandler } from "@/lib/server/access/door/handler";
import { endSessions, endSessionsSchema } from "@/lib/server/people/end-sessions";

export const POST = personHandler({
  input: endSessionsSchema,
  run: ({ db, session, address, input }) => endSessions(db, { session, address }, input),
});
