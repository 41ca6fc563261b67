import { handler } from "@/lib/server/access/door/handler";
import { addEvidence, addEvidenceSchema } from "@/lib/server/evidence/add-evidence";

export const POST = handler({
  may: "evidence.write",
  input: addEvidenceSchema,
  run: ({ db, actor, params, input, audit }) => addEvidence(db, actor, params.assessment ?? "", input, audit),
});
