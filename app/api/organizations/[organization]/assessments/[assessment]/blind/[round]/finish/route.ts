import { handler } from "@/lib/server/access/door/handler";
import { finishBlind } from "@/lib/server/blind/say-blind";

export const POST = handler({
  may: "answers.write",
  run: ({ db, actor, params, audit }) =>
    finishBlind(db, actor, { slug: params.assessment ?? "", id: params.round ?? "" }, audit),
});
