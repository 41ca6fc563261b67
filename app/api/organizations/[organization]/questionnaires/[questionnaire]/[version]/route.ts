import { handler } from "@/lib/server/access/door/handler";
import { MAX_OWN_BODY } from "@/lib/server/content/own/own-input";
import { discardOwn, saveOwn, saveOwnSchema } from "@/lib/server/content/own/save-own";

export const PUT = handler({
  may: "content.write",
  input: saveOwnSchema,
  maxBytes: MAX_OWN_BODY,
  run: ({ db, actor, params, input, audit }) => saveOwn(db, actor, refOf(params), input, audit),
});

export const DELETE = handler({
  may: "content.write",
  run: ({ db, actor, params, audit }) => discardOwn(db, actor, refOf(params), audit),
});

function refOf({ questionnaire = "", version = "" }: Readonly<Record<string, string>>) {
  return { questionnaire, version };
}
