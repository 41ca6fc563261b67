import { handler } from "@/lib/server/access/door/handler";
import { settleQuestion } from "@/lib/server/reviews/settle-question";

export const POST = handler({
  may: "review.ask",
  run: ({ db, actor, params, audit }) =>
    settleQuestion(db, actor, { slug: params.assessment ?? "", id: params.question ?? "" }, audit),
});
