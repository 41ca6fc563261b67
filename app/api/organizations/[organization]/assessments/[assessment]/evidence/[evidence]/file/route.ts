import { handler } from "@/lib/server/access/door/handler";
import { readFile } from "@/lib/server/evidence/read-file";

export const GET = handler({
  may: "evidence.read",
  run: ({ db, actor, params }) => readFile(db, actor, params.assessment ?? "", params.evidence ?? ""),
});
