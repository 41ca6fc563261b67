import { guestHandler } from "@/lib/server/access/door/handler";
import { say, sayInput } from "@/lib/server/interviews/say";

export const PUT = guestHandler({
  input: sayInput,
  run: ({ db, guest, input, audit }) => say(db, guest, input, audit),
});
