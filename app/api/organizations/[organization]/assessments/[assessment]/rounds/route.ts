import { handler } from "@/lib/server/access/door/handler";
import { beginRound } from "@/lib/server/reviews/begin-round";

export const POST = handler({
  may: "assessment.approve",
  run: ({ db, actor, params, audit }) => beginRound(db, actor, params.assessment ?? "", audit),
});
