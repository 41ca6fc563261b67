import { redirect } from "next/navigation";
import { personPage } from "@/lib/server/access/door/read-page";
import { organizationsOf } from "@/lib/server/organizations/organizations-of";

/** Where signing in leads: to the only organization, or to the choice among them. */
export default async function HomePage() {
  const session = await personPage();
  const [only, another] = await organizationsOf(session.userId);
  redirect(only && !another ? `/${only.slug}` : "/clients");
}
