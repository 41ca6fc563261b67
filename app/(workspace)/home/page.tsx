import { redirect } from "next/navigation";
import { personPage } from "@/lib/server/access/door/read-page";
import { findOrganizations } from "@/lib/server/organizations/find-organizations";

/** Where signing in leads: to the only organization, or to the choice among them. */
export default async function HomePage() {
  const session = await personPage();
  const {
    organizations: [only],
    more,
  } = await findOrganizations(session.userId, "", 1);
  redirect(only && !more ? `/${only.slug}` : "/clients");
}
