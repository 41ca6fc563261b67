import { handler } from "@/lib/server/access/door/handler";
import { findEverywhere, findSchema } from "@/lib/server/assessments/find-everywhere";

/** What the command palette searches besides pages and actions. */
export const GET = handler({
  may: "results.read",
  input: findSchema,
  run: ({ db, actor, input }) => findEverywhere(db, actor, input.assessment),
});
