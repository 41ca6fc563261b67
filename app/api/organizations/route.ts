import { personHandler } from "@/lib/server/access/door/handler";
import { createOrganization, createOrganizationSchema } from "@/lib/server/organizations/create-organization";

export const POST = personHandler({
  input: createOrganizationSchema,
  run: ({ db, session, input }) => createOrganization(db, session.userId, input.name),
});
