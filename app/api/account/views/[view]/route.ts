import { personHandler } from "@/lib/server/access/door/handler";
import { removeView } from "@/lib/server/portfolio/saved-views";

export const DELETE = personHandler({
  run: ({ db, session, params }) => removeView(db, session.userId, params.view ?? ""),
});
