import { handler } from "@/lib/server/access/door/handler";
import { askQuestion, askQuestionSchema } from "@/lib/server/reviews/ask-question";

export const POST = handler({
  may: "review.ask",
  input: askQuestionSchema,
  run: ({ db, actor, params, input, audit }) => askQuestion(db, actor, params.assessment ?? "", input, audit),
});
