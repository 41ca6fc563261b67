import { handler } from "@/lib/server/access/door/handler";
import { exportAssessment } from "@/lib/server/assessments/export-assessment";

export const GET = handler({
  may: "portable.export",
  run: ({ db, actor, params, audit }) => exportAssessment(db, actor, params.assessment ?? "", audit),
});
