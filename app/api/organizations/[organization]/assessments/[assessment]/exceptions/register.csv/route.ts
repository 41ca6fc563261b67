import { handler } from "@/lib/server/access/door/handler";
import { exportRegister } from "@/lib/server/reviews/export-register";

export const GET = handler({
  may: "report.export",
  run: ({ db, actor, params, audit }) => exportRegister(db, actor, params.assessment ?? "", audit),
});
