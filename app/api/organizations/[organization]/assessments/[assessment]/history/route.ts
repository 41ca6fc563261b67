import { z } from "zod";
import { handler } from "@/lib/server/access/door/handler";
import { answerHistory } from "@/lib/server/assessments/answer-history";

export const GET = handler({
  may: "results.read",
  input: z.strictObject({ criterion: z.string().min(1).max(200) }),
  run: ({ db, actor, params, input }) => answerHistory(db, actor, params.assessment ?? "", input.criterion),
});
