import { handler } from "@/lib/server/access/door/handler";
import {
  markReviewed,
  markReviewedSchema,
  unmarkReviewed,
  unmarkReviewedSchema,
} from "@/lib/server/reviews/mark-reviewed";

export const POST = handler({
  may: "evidence.accept",
  input: markReviewedSchema,
  run: ({ db, actor, params, input, audit }) => markReviewed(db, actor, params.assessment ?? "", input, audit),
});

export const DELETE = handler({
  may: "evidence.accept",
  input: unmarkReviewedSchema,
  run: ({ db, actor, params, input, audit }) => unmarkReviewed(db, actor, params.assessment ?? "", input, audit),
});
