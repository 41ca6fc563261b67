import { MAX_FILE_BYTES } from "@/lib/core/evidence/file-limits";
import { uploadHandler } from "@/lib/server/access/door/handler";
import { addFile } from "@/lib/server/evidence/add-evidence";
import { evidenceInputSchema } from "@/lib/server/evidence/evidence-input";
import { prepareFile } from "@/lib/server/evidence/prepare-file";

export const POST = uploadHandler({
  may: "evidence.write",
  input: evidenceInputSchema,
  maxBytes: MAX_FILE_BYTES,
  prepare: async (said, file) => ({ said, file: await prepareFile(file) }),
  run: ({ db, actor, params, input, audit }) => addFile(db, actor, params.assessment ?? "", input, audit),
});
