import { handler } from "@/lib/server/access/door/handler";
import { signOffPillar, signOffSchema, withdrawSignOff } from "@/lib/server/reviews/sign-off-pillar";

export const PUT = handler({
  may: "pillars.sign-off",
  input: signOffSchema,
  run: ({ db, actor, params, input, audit }) =>
    signOffPillar(db, actor, { slug: params.assessment ?? "", pillar: params.pillar ?? "", ...input }, audit),
});

export const DELETE = handler({
  may: "pillars.sign-off",
  run: ({ db, actor, params, audit }) =>
    withdrawSignOff(db, actor, { slug: params.assessment ?? "", pillar: params.pillar ?? "" }, audit),
});
