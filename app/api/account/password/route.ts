import { personHandler } from "@/lib/server/access/door/handler";
import { changePassword, changePasswordSchema } from "@/lib/server/people/change-password";

export const POST = personHandler({
  input: changePasswordSchema,
  run: ({ db, session, address, input }) => changePassword(db, { session, address }, input),
});
