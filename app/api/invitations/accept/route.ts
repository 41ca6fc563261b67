import { personHandler } from "@/lib/server/access/door/handler";
import { acceptInvitation, acceptSchema } from "@/lib/server/people/redeem-invitation";

export const POST = personHandler({
  input: acceptSchema,
  run: ({ input, session }) => acceptInvitation(input.token, session.userId, session.email),
});
