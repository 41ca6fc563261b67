import { handler } from "@/lib/server/access/door/handler";
import { exportAudit } from "@/lib/server/access/export-audit";

export const GET = handler({
  may: "audit.read",
  run: ({ db, actor, audit }) => exportAudit(db, actor, audit),
});
