import { handler } from "@/lib/server/access/door/handler";
import { readWalkData, walkDataQuery } from "@/lib/server/assessments/read-walk-data";

export const GET = handler({
  may: "results.read",
  byItself: true,
  input: walkDataQuery,
  run: ({ db, actor, params, input }) => readWalkData(db, actor, params.assessment ?? "", input.criteria),
});
