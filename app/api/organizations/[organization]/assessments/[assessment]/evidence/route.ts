import { handler } from "@/lib/server/access/door/handler";
import { addEvidence } from "@/lib/server/evidence/add-evidence";
import { evidenceInputSchema } from "@/lib/server/evidence/evidence-input";

export const POST = handler({
  may: "evidence.write",
  input: evidenceInputSchema,
  run: ({ db, actor, params, input, audit }) => addEvidence(db, actor, params.assessment ?? "", input, audit),
});
