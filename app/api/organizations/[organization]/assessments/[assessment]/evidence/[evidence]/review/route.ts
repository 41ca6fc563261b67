import { handler } from "@/lib/server/access/door/handler";
import { reviewEvidence, reviewEvidenceSchema } from "@/lib/server/evidence/review-evidence";

export const PATCH = handler({
  may: "evidence.accept",
  input: reviewEvidenceSchema,
  run: ({ db, actor, params, input, audit }) =>
    reviewEvidence(db, actor, params.assessment ?? "", params.evidence ?? "", input, audit),
});
