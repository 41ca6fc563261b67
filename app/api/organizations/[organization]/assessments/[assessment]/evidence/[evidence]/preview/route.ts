import { handler } from "@/lib/server/access/door/handler";
import { readPreview } from "@/lib/server/evidence/read-preview";

export const GET = handler({
  may: "evidence.read",
  run: ({ db, actor, params }) => readPreview(db, actor, params.assessment ?? "", params.evidence ?? ""),
});
