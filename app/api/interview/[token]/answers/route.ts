import { saidInput } from "@/lib/core/said/said";
import { guestHandler } from "@/lib/server/access/door/handler";
import { say } from "@/lib/server/interviews/say";

export const PUT = guestHandler({
  input: saidInput,
  run: ({ db, guest, input, audit }) => say(db, guest, input, audit),
});
