import { personHandler } from "@/lib/server/access/door/handler";
import { saveView, saveViewSchema } from "@/lib/server/portfolio/saved-views";

export const POST = personHandler({
  input: saveViewSchema,
  run: ({ db, session, input }) => saveView(db, session.userId, input),
});
