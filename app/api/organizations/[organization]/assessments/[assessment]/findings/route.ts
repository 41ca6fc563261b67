import { handler } from "@/lib/server/access/door/handler";
import { endFinding, endFindingSchema } from "@/lib/server/reviews/end-finding";
import { putFinding, putFindingSchema } from "@/lib/server/reviews/put-finding";

export const PUT = handler({
  may: "findings.write",
  input: putFindingSchema,
  run: ({ db, actor, params, input, audit }) => putFinding(db, actor, params.assessment ?? "", input, audit),
});

export const DELETE = handler({
  may: "findings.write",
  input: endFindingSchema,
  run: ({ db, actor, params, input, audit }) => endFinding(db, actor, params.assessment ?? "", input, audit),
});
