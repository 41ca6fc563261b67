import { handler } from "@/lib/server/access/door/handler";
import { checkOwn, checkOwnSchema } from "@/lib/server/content/own/check-own";
import { MAX_OWN_BODY } from "@/lib/server/content/own/own-input";

export const POST = handler({
  may: "content.write",
  input: checkOwnSchema,
  maxBytes: MAX_OWN_BODY,
  readsOnly: true,
  run: ({ db, input }) => checkOwn(db, input),
});
