import { handler } from "@/lib/server/access/door/handler";
import { readWorkshop, workshopSchema } from "@/lib/server/assessments/read-workshop";
import { decisionSchema, recordDecision } from "@/lib/server/assessments/record-decision";

export const GET = handler({
  may: "results.read",
  input: workshopSchema,
  run: ({ db, actor, params, input }) => readWorkshop(db, actor, params.assessment ?? "", input.topic),
});

export const POST = handler({
  may: "answers.write",
  input: decisionSchema,
  run: ({ db, actor, params, input, audit }) => recordDecision(db, actor, params.assessment ?? "", input, audit),
});
