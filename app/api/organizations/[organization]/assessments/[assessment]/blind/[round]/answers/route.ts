import { handler } from "@/lib/server/access/door/handler";
import { sayBlind, sayBlindInput } from "@/lib/server/blind/say-blind";

export const PUT = handler({
  may: "answers.write",
  input: sayBlindInput,
  run: ({ db, actor, params, input, audit }) =>
    sayBlind(db, actor, { slug: params.assessment ?? "", id: params.round ?? "" }, input, audit),
});
