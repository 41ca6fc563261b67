import { handler } from "@/lib/server/access/door/handler";
import { acceptException, acceptExceptionSchema } from "@/lib/server/reviews/accept-exception";

export const POST = handler({
  may: "evidence.accept",
  input: acceptExceptionSchema,
  run: ({ db, actor, params, input, audit }) => acceptException(db, actor, params.assessment ?? "", input, audit),
});
