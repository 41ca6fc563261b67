import type { ReactNode } from "react";
import { WorkspaceFrame } from "@/components/workspace/workspace-frame";
import { readPage } from "@/lib/server/access/door/read-page";
import { can } from "@/lib/server/access/roles";
import { countNotices } from "@/lib/server/notices/list-notices";
import { readKeeping } from "@/lib/server/organizations/read-keeping";

export default async function OrganizationLayout({
  params,
  children,
}: {
  params: Promise<{ organization: string }>;
  children: ReactNode;
}) {
  const { organization } = await params;
  const page = await readPage(organization, "results.read", async (db, actor) => ({
    unread: await countNotices(db, actor),
    keeping: await readKeeping(db, actor.organizationId),
  }));
  const { actor } = page;
  return (
    <WorkspaceFrame
      organization={{ slug: organization, name: actor.organizationName, sample: actor.sample }}
      person={{ id: actor.userId, name: actor.name, email: actor.email, role: actor.role }}
      assessment={null}
      unread={page.allowed ? page.data.unread : 0}
      keeping={page.allowed ? page.data.keeping : "tab"}
      rights={{
        audit: can(actor, "audit.read"),
        reports: can(actor, "report.export"),
        interviews: can(actor, "interviews.ask"),
      }}
    >
      {children}
    </WorkspaceFrame>
  );
}
