import { saidInput } from "@/lib/core/said/said";
import { handler } from "@/lib/server/access/door/handler";
import { sayBlind } from "@/lib/server/blind/say-blind";

export const PUT = handler({
  may: "answers.write",
  input: saidInput,
  run: ({ db, actor, params, input, audit }) =>
    sayBlind(db, actor, { slug: params.assessment ?? "", id: params.round ?? "" }, input, audit),
});
