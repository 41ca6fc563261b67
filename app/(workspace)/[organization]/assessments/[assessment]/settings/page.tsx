import type { Metadata } from "next";
import { ContentCard } from "@/components/assessments/content-card";
import { ImportFile } from "@/components/assessments/import-file";
import { ScopeSettings } from "@/components/assessments/scope-settings";
import { SnapshotTable } from "@/components/assessments/snapshot-table";
import { TakeSnapshot } from "@/components/assessments/take-snapshot";
import { ButtonDownload } from "@/components/ui/button-download";
import { Card } from "@/components/ui/card";
import { NotAllowed } from "@/components/workspace/not-allowed";
import { MAX_FILE_BYTES } from "@/lib/core/portable/parse-assessment-file";
import { assessmentStateWords } from "@/lib/core/words/provenance";
import { readPage } from "@/lib/server/access/door/read-page";
import { can } from "@/lib/server/access/roles";
import { readSettings } from "@/lib/server/assessments/read-settings";

export const metadata: Metadata = { title: "Scope and data" };

type Props = { params: Promise<{ organization: string; assessment: string }> };

export default async function SettingsPage({ params }: Props) {
  const { organization, assessment } = await params;
  const page = await readPage(organization, "results.read", (db, actor) => readSettings(db, actor, assessment));
  if (!page.allowed) return <NotAllowed />;
  const { actor, data } = page;
  const { questionnaire, snapshots, state, content, ...scope } = data;
  const api = `/api/organizations/${organization}/assessments/${assessment}`;
  const approved = state === "approved";
  const locked = !can(actor, "assessments.edit")
    ? "Your role can read this. Owners, administrators and consultants change it."
    : approved
      ? "This assessment is approved: what it was made on stays as it is."
      : null;
  return (
    <ScopeSettings
      api={api}
      provenance={`${assessmentStateWords(state)} · ${questionnaire.id} ${questionnaire.version}`}
      {...scope}
      pillars={questionnaire.pillars.map(({ id, title }) => ({ id, title }))}
      highest={questionnaire.stages.length}
      locked={locked}
    >
      <ContentCard
        api={api}
        page={`/${organization}/assessments/${assessment}/settings/content`}
        now={questionnaire}
        {...content}
        locked={locked !== null}
      />
      <Card
        title="Snapshots"
        subtitle="A copy of all answers with their scores on a day. It can't be changed afterwards, and its hash shows that it wasn't. Trend and comparison are between snapshots."
      >
        <div className="grid gap-4">
          {can(actor, "snapshots.take") && <TakeSnapshot api={api} />}
          {snapshots.length > 0 ? (
            <SnapshotTable
              api={api}
              snapshots={snapshots}
              stages={questionnaire.stages}
              mayExport={can(actor, "portable.export")}
            />
          ) : (
            <p className="text-note text-ink-2">None yet. Take the first one once the answers say something.</p>
          )}
        </div>
      </Card>
      {can(actor, "portable.export") && (
        <Card
          title="Export"
          subtitle="The whole assessment as one file that anybody can read and score again: answers, notes, evidence, exceptions, profile and target. Files of evidence stay here; their names and hashes go along."
        >
          <ButtonDownload href={`${api}/export`}>Export assessment file</ButtonDownload>
        </Card>
      )}
      {can(actor, "portable.import") && !approved && (
        <Card
          title="Import"
          subtitle="Brings an assessment file into this one. What it accepted elsewhere is reviewed anew here."
        >
          <ImportFile api={api} organization={actor.organizationName} maxBytes={MAX_FILE_BYTES} />
        </Card>
      )}
    </ScopeSettings>
  );
}
