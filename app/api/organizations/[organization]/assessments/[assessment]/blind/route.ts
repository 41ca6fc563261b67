import { handler } from "@/lib/server/access/door/handler";
import { startRound, startRoundSchema } from "@/lib/server/blind/start-round";

export const POST = handler({
  may: "blind.start",
  input: startRoundSchema,
  run: ({ db, actor, params, input, audit }) => startRound(db, actor, params.assessment ?? "", input, audit),
});
