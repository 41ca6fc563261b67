import { handler } from "@/lib/server/access/door/handler";
import { publishOwn, publishOwnSchema } from "@/lib/server/content/own/save-own";

export const POST = handler({
  may: "content.write",
  input: publishOwnSchema,
  run: ({ db, actor, params, input, audit }) =>
    publishOwn(db, actor, { questionnaire: params.questionnaire ?? "", version: params.version ?? "" }, input, audit),
});
