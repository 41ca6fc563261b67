import { handler } from "@/lib/server/access/door/handler";
import { exportSnapshot } from "@/lib/server/assessments/export-snapshot";

export const GET = handler({
  may: "portable.export",
  run: ({ db, actor, params, audit }) =>
    exportSnapshot(db, actor, { assessment: params.assessment ?? "", snapshot: params.snapshot ?? "" }, audit),
});
