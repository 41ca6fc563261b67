import { handler } from "@/lib/server/access/door/handler";
import { replySchema, replyToQuestion } from "@/lib/server/reviews/reply-to-question";

export const PATCH = handler({
  may: "answers.write",
  input: replySchema,
  run: ({ db, actor, params, input, audit }) =>
    replyToQuestion(db, actor, { slug: params.assessment ?? "", id: params.question ?? "" }, input, audit),
});
