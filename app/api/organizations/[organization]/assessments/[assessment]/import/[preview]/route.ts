import { MAX_FILE_BYTES } from "@/lib/core/portable/parse-assessment-file";
import { bytesHandler } from "@/lib/server/access/door/handler";
import { applyImport } from "@/lib/server/assessments/apply-import";

export const POST = bytesHandler({
  may: "portable.import",
  maxBytes: MAX_FILE_BYTES,
  run: ({ db, actor, params, input, audit }) =>
    applyImport(db, actor, { assessment: params.assessment ?? "", preview: params.preview ?? "" }, input, audit),
});
