import { handler } from "@/lib/server/access/door/handler";
import { sendPillar, takePillarBack } from "@/lib/server/reviews/send-pillar";

export const PUT = handler({
  may: "answers.write",
  run: ({ db, actor, params, audit }) =>
    sendPillar(db, actor, { slug: params.assessment ?? "", pillar: params.pillar ?? "" }, audit),
});

export const DELETE = handler({
  may: "answers.write",
  run: ({ db, actor, params, audit }) =>
    takePillarBack(db, actor, { slug: params.assessment ?? "", pillar: params.pillar ?? "" }, audit),
});
