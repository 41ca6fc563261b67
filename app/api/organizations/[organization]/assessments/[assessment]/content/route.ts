import { handler } from "@/lib/server/access/door/handler";
import { moveAssessment, moveAssessmentSchema, undoMove } from "@/lib/server/assessments/move-assessment";

export const PUT = handler({
  may: "assessments.edit",
  input: moveAssessmentSchema,
  run: ({ db, actor, params, input, audit }) => moveAssessment(db, actor, params.assessment ?? "", input, audit),
});

export const DELETE = handler({
  may: "assessments.edit",
  run: ({ db, actor, params, audit }) => undoMove(db, actor, params.assessment ?? "", audit),
});
