import { handler } from "@/lib/server/access/door/handler";
import { changeMember, changeMemberSchema } from "@/lib/server/people/change-member";
import { removeMember } from "@/lib/server/people/remove-member";

export const PATCH = handler({
  may: "people.manage",
  input: changeMemberSchema,
  run: ({ db, actor, params, input, audit }) => changeMember(db, actor, params.member ?? "", input, audit),
});

export const DELETE = handler({
  may: "people.manage",
  run: ({ db, actor, params, audit }) => removeMember(db, actor, params.member ?? "", audit),
});
