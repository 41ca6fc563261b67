import { handler } from "@/lib/server/access/door/handler";
import {
  markCorrection,
  markCorrectionSchema,
  unmarkCorrection,
  unmarkCorrectionSchema,
} from "@/lib/server/assessments/mark-correction";

export const PUT = handler({
  may: "answers.write",
  input: markCorrectionSchema,
  run: ({ db, actor, params, input, audit }) => markCorrection(db, actor, params.assessment ?? "", input, audit),
});

export const DELETE = handler({
  may: "answers.write",
  input: unmarkCorrectionSchema,
  run: ({ db, actor, params, input, audit }) => unmarkCorrection(db, actor, params.assessment ?? "", input, audit),
});
