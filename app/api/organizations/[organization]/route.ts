import { handler } from "@/lib/server/access/door/handler";
import { deleteOrganization, deleteOrganizationSchema } from "@/lib/server/organizations/delete-organization";

export const DELETE = handler({
  may: "organization.delete",
  input: deleteOrganizationSchema,
  endsOrganization: true,
  run: ({ db, actor, input }) => deleteOrganization(db, actor, input.confirm),
});
