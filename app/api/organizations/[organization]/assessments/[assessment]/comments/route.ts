import { handler } from "@/lib/server/access/door/handler";
import { addComment, addCommentSchema } from "@/lib/server/comments/add-comment";
import { listComments, listCommentsQuery } from "@/lib/server/comments/list-comments";

export const GET = handler({
  may: "comments.write",
  input: listCommentsQuery,
  byItself: true,
  run: ({ db, actor, params, input }) => listComments(db, actor, params.assessment ?? "", input.topic),
});

export const POST = handler({
  may: "comments.write",
  input: addCommentSchema,
  run: ({ db, actor, params, input, audit }) => addComment(db, actor, params.assessment ?? "", input, audit),
});
