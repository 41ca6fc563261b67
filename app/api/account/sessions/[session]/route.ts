import { personHandler } from "@/lib/server/access/door/handler";
import { endSession } from "@/lib/server/people/end-sessions";

export const DELETE = personHandler({
  run: ({ db, session, address, params }) => endSession(db, { session, address }, params.session ?? ""),
});
