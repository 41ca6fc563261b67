import type { Metadata } from "next";
import { RoundList } from "@/components/blind/round-list";
import { StartRound } from "@/components/blind/start-round";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { NotAllowed } from "@/components/workspace/not-allowed";
import { readPage } from "@/lib/server/access/door/read-page";
import { can } from "@/lib/server/access/roles";
import { readRounds } from "@/lib/server/blind/read-rounds";
import { listMembers } from "@/lib/server/people/list-members";

export const metadata: Metadata = { title: "Blind rounds" };

type Props = { params: Promise<{ organization: string; assessment: string }> };

export default async function BlindPage({ params }: Props) {
  const { organization, assessment } = await params;
  const page = await readPage(organization, "results.read", async (db, actor) => ({
    ...(await readRounds(db, actor, assessment)),
    members: can(actor, "blind.start") ? await listMembers(db, actor.organizationId) : [],
  }));
  if (!page.allowed) return <NotAllowed />;
  const { actor, data } = page;
  const people = data.members.filter(
    (member) => !member.ended && can({ userId: member.id, role: member.role }, "answers.write"),
  );
  const api = `/api/organizations/${organization}/assessments/${assessment}/blind`;
  const base = `/${organization}/assessments/${assessment}/blind`;
  return (
    <>
      <PageHeader title="Blind rounds" provenance="Two people answer the same pillars apart; then both see both" />
      <main className="grid max-w-4xl gap-4 px-7 py-5 max-sm:px-3.5">
        {can(actor, "blind.start") && data.state !== "approved" && (
          <StartRound
            api={api}
            base={base}
            people={people.map(({ id, name }) => ({ id, name }))}
            pillars={data.pillars}
          />
        )}
        {data.rounds.length === 0 ? (
          <EmptyState title="No blind round yet">
            Where two people judge the same facts without seeing each other, their agreement tells how far the answers
            can be trusted.
          </EmptyState>
        ) : (
          <RoundList base={base} rounds={data.rounds} />
        )}
      </main>
    </>
  );
}
