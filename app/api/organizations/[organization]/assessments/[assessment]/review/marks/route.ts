import { handler } from "@/lib/server/access/door/handler";
import { markReviewed, markReviewedSchema } from "@/lib/server/reviews/mark-reviewed";

export const POST = handler({
  may: "evidence.accept",
  input: markReviewedSchema,
  run: ({ db, actor, params, input, audit }) => markReviewed(db, actor, params.assessment ?? "", input, audit),
});
