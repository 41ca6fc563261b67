import { handler } from "@/lib/server/access/door/handler";
import { askInterview, askSchema } from "@/lib/server/interviews/ask";

export const POST = handler({
  may: "interviews.ask",
  input: askSchema,
  run: ({ db, actor, params, input, audit }) => askInterview(db, actor, params.assessment ?? "", input, audit),
});
