import type { Metadata } from "next";
import { NewOwn } from "@/components/questionnaires/new-own";
import { OwnTable } from "@/components/questionnaires/own-table";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Table, Td, Th } from "@/components/ui/table";
import { NotAllowed } from "@/components/workspace/not-allowed";
import { newOverlay } from "@/lib/core/content/own/edit-overlay";
import { MAX_YAML_BYTES } from "@/lib/core/content/read-yaml";
import { readPage } from "@/lib/server/access/door/read-page";
import { can } from "@/lib/server/access/roles";
import { knownContent } from "@/lib/server/content/known-content";
import { listOwn } from "@/lib/server/content/own/read-own-content";

export const metadata: Metadata = { title: "Questionnaires" };

export default async function QuestionnairesPage({ params }: { params: Promise<{ organization: string }> }) {
  const { organization } = await params;
  const page = await readPage(organization, "results.read", async (db) => ({
    all: await knownContent(db),
    own: await listOwn(db),
  }));
  if (!page.allowed) return <NotAllowed />;
  const builtIn = page.data.all.filter(({ questionnaire }) => !questionnaire.startsWith("own-"));
  const mayWrite = can(page.actor, "content.write");
  const newest = builtIn[0];
  const taken = new Set(page.data.own.map(({ questionnaire }) => questionnaire));
  return (
    <>
      <PageHeader title="Questionnaires" provenance={page.actor.organizationName} />
      <main className="grid gap-4 px-7 py-5 max-sm:px-3.5">
        <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-4">
          <Card
            title="Your own"
            subtitle="Seen by this organization alone. An overlay changes a version of the program without copying it: weights, more criteria, topics left out. A published version never changes."
          >
            <div className="grid gap-4">
              {page.data.own.length > 0 ? (
                <OwnTable organization={organization} rows={page.data.own} />
              ) : (
                <p className="text-note text-ink-2">None yet.</p>
              )}
              {mayWrite && newest && (
                <NewOwn
                  organization={organization}
                  maxBytes={MAX_YAML_BYTES}
                  start={newOverlay({ ...newest, id: newest.questionnaire }, freeId(organization, taken))}
                  base={`${newest.questionnaire} ${newest.version}`}
                />
              )}
            </div>
          </Card>
          <Card title="Of the program" subtitle="Come with Plumbline. A new assessment is made on the newest.">
            <Table caption="Questionnaires of the program, the newest first">
              <thead>
                <tr>
                  <Th>Questionnaire</Th>
                  <Th>Version</Th>
                </tr>
              </thead>
              <tbody>
                {builtIn.map(({ questionnaire, version, title }, index) => (
                  <tr key={version}>
                    <Td>
                      <span className="font-medium">{title}</span>
                      <span className="block text-small text-ink-2">{questionnaire}</span>
                    </Td>
                    <Td>
                      {version} {index === 0 && <Badge>newest</Badge>}
                    </Td>
                  </tr>
                ))}
              </tbody>
            </Table>
          </Card>
        </div>
      </main>
    </>
  );
}

/** A first name for an overlay, from the organization's part of the address. */
function freeId(organization: string, taken: ReadonlySet<string>): string {
  const wanted = `own-${organization}`.slice(0, 50).replace(/-+$/, "");
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? wanted : `${wanted}-${number}`;
    if (!taken.has(id)) return id;
  }
}
