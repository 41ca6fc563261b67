import { handler } from "@/lib/server/access/door/handler";
import { leaveOrganization, leaveSchema } from "@/lib/server/people/remove-member";

export const POST = handler({
  may: "people.read",
  input: leaveSchema,
  run: ({ db, actor, input, audit }) => leaveOrganization(db, actor, input.confirm, audit),
});
