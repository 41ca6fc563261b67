import { streamHandler } from "@/lib/server/access/door/stream-handler";
import { findAssessment } from "@/lib/server/assessments/find-assessment";
import { followAssessment } from "@/lib/server/live/follow-assessment";

export const GET = streamHandler({
  may: "results.read",
  find: async ({ db, actor, params }) => (await findAssessment(db, actor, params.assessment ?? "")).id,
  stream: ({ found, ...opened }) => followAssessment({ ...opened, assessment: found }),
});
