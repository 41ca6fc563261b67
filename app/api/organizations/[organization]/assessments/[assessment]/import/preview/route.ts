import { MAX_FILE_BYTES } from "@/lib/core/portable/parse-assessment-file";
import { bytesHandler } from "@/lib/server/access/door/handler";
import { previewImport } from "@/lib/server/assessments/preview-import";

export const POST = bytesHandler({
  may: "portable.import",
  maxBytes: MAX_FILE_BYTES,
  run: ({ db, actor, params, input, audit }) => previewImport(db, actor, params.assessment ?? "", input, audit),
});
