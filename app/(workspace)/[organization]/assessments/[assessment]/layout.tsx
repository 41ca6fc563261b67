import type { ReactNode } from "react";
import { WorkspaceFrame } from "@/components/workspace/workspace-frame";
import { formatCompleteness } from "@/lib/core/words/format";
import { readPage } from "@/lib/server/access/door/read-page";
import { can } from "@/lib/server/access/roles";
import { readProgress } from "@/lib/server/assessments/read-progress";
import { countNotices } from "@/lib/server/notices/list-notices";
import { readKeeping } from "@/lib/server/organizations/read-keeping";

type Props = { params: Promise<{ organization: string; assessment: string }>; children: ReactNode };

export default async function AssessmentLayout({ params, children }: Props) {
  const { organization, assessment } = await params;
  const page = await readPage(organization, "results.read", async (db, actor) => ({
    ...(await readProgress(db, actor, assessment)),
    unread: await countNotices(db, actor),
    keeping: await readKeeping(db, actor.organizationId),
  }));
  const { actor } = page;
  return (
    <WorkspaceFrame
      organization={{ slug: organization, name: actor.organizationName, sample: actor.sample }}
      person={{ id: actor.userId, name: actor.name, email: actor.email, role: actor.role }}
      assessment={
        page.allowed
          ? {
              slug: assessment,
              name: page.data.name,
              scope: page.data.scope,
              completeness: page.data.inScope ? formatCompleteness(page.data.answered, page.data.inScope) : "",
            }
          : null
      }
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
