import { handler } from "@/lib/server/access/door/handler";
import { deleteOrganization, deleteOrganizationSchema } from "@/lib/server/organizations/delete-organization";
import { editOrganization, editOrganizationSchema } from "@/lib/server/organizations/edit-organization";
import { removeObjects } from "@/lib/server/platform/files/remove-objects";

export const PATCH = handler({
  may: "organization.edit",
  input: editOrganizationSchema,
  run: ({ db, actor, input, audit }) => editOrganization(db, actor, input, audit),
});

export const DELETE = handler({
  may: "organization.delete",
  input: deleteOrganizationSchema,
  endsOrganization: true,
  run: async ({ db, actor, input }) => {
    const removed = await deleteOrganization(db, actor, input.confirm);
    return async () => {
      await removeObjects();
      return removed;
    };
  },
});
