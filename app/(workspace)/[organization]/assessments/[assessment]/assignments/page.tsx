import type { Metadata } from "next";
import { AskForm } from "@/components/assignments/ask-form";
import { AssignmentTable } from "@/components/assignments/assignment-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { NotAllowed } from "@/components/workspace/not-allowed";
import { formatNumberOf } from "@/lib/core/words/format";
import { readPage } from "@/lib/server/access/door/read-page";
import { can } from "@/lib/server/access/roles";
import { listAll } from "@/lib/server/assignments/list-all";
import { today } from "@/lib/server/platform/clock";

export const metadata: Metadata = { title: "Asked of people" };

type Props = { params: Promise<{ organization: string; assessment: string }> };

export default async function AssignmentsPage({ params }: Props) {
  const { organization, assessment } = await params;
  const page = await readPage(organization, "results.read", (db, actor) => listAll(db, actor, assessment));
  if (!page.allowed) return <NotAllowed />;
  const { actor, data } = page;
  const mayAsk = can(actor, "assignments.manage");
  const api = `/api/organizations/${organization}/assessments/${assessment}/assignments`;
  const open = data.lines.filter(({ state }) => state === "open").length;
  return (
    <>
      <PageHeader
        title="Asked of people"
        provenance={`${actor.organizationName} · ${data.name} · ${open === 0 ? "nothing open" : `${formatNumberOf(open, "topic or pillar", "topics and pillars")} open`}`}
      />
      <main className="grid grid-cols-1 gap-4 p-7 max-sm:p-3.5">
        {data.lines.length === 0 ? (
          <EmptyState title="Nobody was asked yet">
            Ask people for the topics that they know. Each of them gets a link, walks what was asked, and hands it back
            or says that it isn’t theirs. Who has the role of an assessor sees and answers only what is asked of them.
          </EmptyState>
        ) : (
          <Card title="Who was asked for what">
            <AssignmentTable lines={data.lines} today={today()} removeAt={mayAsk ? api : null} />
          </Card>
        )}
        {mayAsk && (
          <Card title="Ask somebody">
            <AskForm api={api} pillars={data.pillars} people={data.people} />
          </Card>
        )}
      </main>
    </>
  );
}
