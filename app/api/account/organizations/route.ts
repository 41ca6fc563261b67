import { personHandler } from "@/lib/server/access/door/handler";
import { findOrganizations, findOrganizationsQuery } from "@/lib/server/organizations/find-organizations";

/** The person's organizations by words of their names, for the palette of who has more than it is sent. */
export const GET = personHandler({
  input: findOrganizationsQuery,
  run: async ({ session, input }) => {
    const { organizations } = await findOrganizations(session.userId, input.words);
    return { organizations: organizations.map(({ slug, name }) => ({ slug, name })) };
  },
});
