import { handler } from "@/lib/server/access/door/handler";
import { approveAssessment } from "@/lib/server/reviews/approve-assessment";

export const POST = handler({
  may: "assessment.approve",
  run: ({ db, actor, params, audit }) => approveAssessment(db, actor, params.assessment ?? "", audit),
});
