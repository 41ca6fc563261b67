import { handler } from "@/lib/server/access/door/handler";
import { endAssignment, endAssignmentSchema } from "@/lib/server/assignments/end-assignment";

export const PATCH = handler({
  may: "answers.write",
  input: endAssignmentSchema,
  run: ({ db, actor, params, input, audit }) => endAssignment(db, actor, params.assessment ?? "", input, audit),
});
