import { handler } from "@/lib/server/access/door/handler";
import { revokeInterview } from "@/lib/server/interviews/ask";

export const DELETE = handler({
  may: "interviews.ask",
  run: ({ db, actor, params, audit }) =>
    revokeInterview(db, actor, { slug: params.assessment ?? "", id: params.interview ?? "" }, audit),
});
