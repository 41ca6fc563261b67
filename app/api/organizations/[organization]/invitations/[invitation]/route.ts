import { handler } from "@/lib/server/access/door/handler";
import { revokeInvitation } from "@/lib/server/people/revoke-invitation";

export const DELETE = handler({
  may: "people.manage",
  run: ({ db, actor, params, audit }) => revokeInvitation(db, actor, params.invitation ?? "", audit),
});
