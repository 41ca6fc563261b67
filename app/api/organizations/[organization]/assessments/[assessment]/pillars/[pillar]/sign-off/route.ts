import { handler } from "@/lib/server/access/door/handler";
import { signOffPillar, withdrawSignOff } from "@/lib/server/reviews/sign-off-pillar";

export const PUT = handler({
  may: "pillars.sign-off",
  run: ({ db, actor, params, audit }) =>
    signOffPillar(db, actor, { slug: params.assessment ?? "", pillar: params.pillar ?? "" }, audit),
});

export const DELETE = handler({
  may: "pillars.sign-off",
  run: ({ db, actor, params, audit }) =>
    withdrawSignOff(db, actor, { slug: params.assessment ?? "", pillar: params.pillar ?? "" }, audit),
});
