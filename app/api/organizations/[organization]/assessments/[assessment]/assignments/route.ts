import { handler } from "@/lib/server/access/door/handler";
import { assign, assignSchema } from "@/lib/server/assignments/assign";
import { removeAssignment, removeAssignmentSchema } from "@/lib/server/assignments/end-assignment";

export const POST = handler({
  may: "assignments.manage",
  input: assignSchema,
  run: ({ db, actor, params, input, audit }) => assign(db, actor, params.assessment ?? "", input, audit),
});

export const DELETE = handler({
  may: "assignments.manage",
  input: removeAssignmentSchema,
  run: ({ db, actor, params, input, audit }) => removeAssignment(db, actor, params.assessment ?? "", input, audit),
});
