import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { BrandMark } from "@/components/shell/brand";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { AddOrganization } from "@/components/workspace/add-organization";
import { UserMenu } from "@/components/workspace/user-menu";
import { personPage } from "@/lib/server/access/door/read-page";
import { organizationsOf } from "@/lib/server/organizations/organizations-of";

export const metadata: Metadata = { title: "Organizations" };

export default async function HomePage({ searchParams }: { searchParams: Promise<{ all?: string }> }) {
  const session = await personPage();
  const organizations = await organizationsOf(session.userId);
  const [only] = organizations;
  // After signing in, one organization needs no choice; a click on "All organizations" brings ?all.
  if (only && organizations.length === 1 && (await searchParams).all === undefined) redirect(`/${only.slug}`);
  const mayAdd = organizations.some(({ role }) => role === "owner" || role === "admin" || role === "consultant");
  return (
    <div className="min-h-dvh">
      <header className="flex items-center justify-between border-b border-line bg-raised px-7 py-3 max-sm:px-4">
        <Link href="/home?all" className="inline-flex items-center gap-2.5 font-semibold">
          <BrandMark />
          Plumbline
        </Link>
        <div>
          <UserMenu name={session.name} email={session.email} />
        </div>
      </header>
      <main className="mx-auto grid max-w-3xl gap-5 px-4 py-10">
        <h1 className="text-2xl font-semibold">Organizations</h1>
        {organizations.length === 0 ? (
          <EmptyState title="You belong to no organization at present">
            An invitation may have been taken back or your access may have ended. Ask an owner or administrator for a
            new invitation.
          </EmptyState>
        ) : (
          <ul className="rounded-md border border-line bg-raised">
            {organizations.map((organization) => (
              <li key={organization.id} className="border-t border-line first:border-t-0">
                <Link
                  href={`/${organization.slug}`}
                  className="flex min-h-14 items-center justify-between gap-3 px-4.5 py-3 hover:bg-sunk"
                >
                  <span className="min-w-0 font-medium wrap-anywhere">{organization.name}</span>
                  <span className="flex shrink-0 items-center gap-2 text-note text-ink-2">
                    {organization.sample && <Badge>sample</Badge>}
                    {organization.role}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        )}
        {mayAdd && <AddOrganization />}
      </main>
    </div>
  );
}
