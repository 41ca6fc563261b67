import { handler } from "@/lib/server/access/door/handler";
import { endException, endExceptionSchema } from "@/lib/server/assessments/end-exception";
import { putException, putExceptionSchema } from "@/lib/server/assessments/put-exception";

export const PUT = handler({
  may: "exceptions.propose",
  input: putExceptionSchema,
  run: ({ db, actor, params, input, audit }) => putException(db, actor, params.assessment ?? "", input, audit),
});

export const DELETE = handler({
  may: "exceptions.propose",
  input: endExceptionSchema,
  run: ({ db, actor, params, input, audit }) => endException(db, actor, params.assessment ?? "", input, audit),
});
