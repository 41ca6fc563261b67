import { handler } from "@/lib/server/access/door/handler";
import { createOwn, createOwnSchema } from "@/lib/server/content/own/create-own";
import { MAX_OWN_BODY } from "@/lib/server/content/own/own-input";

export const POST = handler({
  may: "content.write",
  input: createOwnSchema,
  maxBytes: MAX_OWN_BODY,
  run: ({ db, actor, input, audit }) => createOwn(db, actor, input, audit),
});
