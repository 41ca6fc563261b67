import { handler } from "@/lib/server/access/door/handler";
import { settleComment, settleCommentSchema, withdrawComment } from "@/lib/server/comments/settle-comment";

export const PATCH = handler({
  may: "comments.write",
  input: settleCommentSchema,
  run: ({ db, actor, params, input, audit }) =>
    settleComment(db, actor, { assessment: params.assessment ?? "", comment: params.comment ?? "" }, input, audit),
});

export const DELETE = handler({
  may: "comments.write",
  run: ({ db, actor, params, audit }) =>
    withdrawComment(db, actor, { assessment: params.assessment ?? "", comment: params.comment ?? "" }, audit),
});
