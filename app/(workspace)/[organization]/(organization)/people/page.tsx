import type { Metadata } from "next";
import { Invitations } from "@/components/people/invitations";
import { LeaveOrganization } from "@/components/people/leave-organization";
import { MemberTable } from "@/components/people/member-table";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { NotAllowed } from "@/components/workspace/not-allowed";
import { formatNumberOf } from "@/lib/core/words/format";
import { roleName } from "@/lib/core/words/roles";
import { readPage } from "@/lib/server/access/door/read-page";
import { can, ROLES } from "@/lib/server/access/roles";
import { listInvitations } from "@/lib/server/people/list-invitations";
import { listMembers } from "@/lib/server/people/list-members";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage({ params }: { params: Promise<{ organization: string }> }) {
  const { organization } = await params;
  const page = await readPage(organization, "people.read", async (db, actor) => ({
    members: await listMembers(db, actor.organizationId),
    invitations: can(actor, "people.manage") ? await listInvitations(db, actor.organizationId) : [],
  }));
  if (!page.allowed) return <NotAllowed />;
  const { actor, data } = page;
  const api = `/api/organizations/${organization}`;
  const grantable = ROLES.filter((grants) => can(actor, "people.manage", { grants }));
  return (
    <>
      <PageHeader
        title="People"
        provenance={`${actor.organizationName} · ${formatNumberOf(data.members.length, "member")} · you are ${roleName(actor.role).toLowerCase()} here`}
      />
      <main className="px-7 py-5 max-sm:px-3.5">
        <div className="grid max-w-4xl gap-4">
          {grantable.length > 0 && <Invitations api={api} grantable={grantable} invitations={data.invitations} />}
          <Card title="Members">
            <MemberTable api={api} members={data.members} self={actor.userId} grantable={grantable} />
          </Card>
          <Card title="Your own membership">
            <LeaveOrganization api={api} slug={organization} name={actor.organizationName} />
          </Card>
        </div>
      </main>
    </>
  );
}
