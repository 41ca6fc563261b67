import { handler } from "@/lib/server/access/door/handler";
import { reviewNotApplicable, reviewNotApplicableSchema } from "@/lib/server/assessments/review-not-applicable";

export const POST = handler({
  may: "evidence.accept",
  input: reviewNotApplicableSchema,
  run: ({ db, actor, params, input, audit }) => reviewNotApplicable(db, actor, params.assessment ?? "", input, audit),
});
