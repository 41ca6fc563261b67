import { handler } from "@/lib/server/access/door/handler";
import { editAssessment, editAssessmentSchema } from "@/lib/server/assessments/edit-assessment";

export const PATCH = handler({
  may: "assessments.edit",
  input: editAssessmentSchema,
  run: ({ db, actor, params, input, audit }) => editAssessment(db, actor, params.assessment ?? "", input, audit),
});
