import { handler } from "@/lib/server/access/door/handler";
import { editEvidence } from "@/lib/server/evidence/edit-evidence";
import { evidenceInputSchema } from "@/lib/server/evidence/evidence-input";
import { withdrawEvidence } from "@/lib/server/evidence/withdraw-evidence";
import { removeObjects } from "@/lib/server/platform/files/remove-objects";

export const PATCH = handler({
  may: "evidence.write",
  input: evidenceInputSchema,
  run: ({ db, actor, params, input, audit }) =>
    editEvidence(db, actor, params.assessment ?? "", params.evidence ?? "", input, audit),
});

export const DELETE = handler({
  may: "evidence.write",
  run: async ({ db, actor, params, audit }) => {
    await withdrawEvidence(db, actor, params.assessment ?? "", params.evidence ?? "", audit);
    return async () => {
      await removeObjects();
      return null;
    };
  },
});
