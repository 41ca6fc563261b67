import { handler } from "@/lib/server/access/door/handler";
import { inviteMember, inviteSchema } from "@/lib/server/people/invite-member";

export const POST = handler({
  may: "people.manage",
  input: inviteSchema,
  run: ({ db, actor, input, audit }) => inviteMember(db, actor, input, audit),
});
