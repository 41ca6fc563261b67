import { handler } from "@/lib/server/access/door/handler";
import { createAssessment, createAssessmentSchema } from "@/lib/server/assessments/create-assessment";

export const POST = handler({
  may: "assessments.create",
  input: createAssessmentSchema,
  run: ({ db, actor, input, audit }) => createAssessment(db, actor, input, audit),
});
