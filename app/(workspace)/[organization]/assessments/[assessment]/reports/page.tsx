import type { Metadata } from "next";
import { z } from "zod";
import { ExportReport } from "@/components/reports/export-report";
import { ReportOf } from "@/components/reports/report-of";
import { PartList, partsOf, ReportPreview } from "@/components/reports/report-preview";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { NotAllowed } from "@/components/workspace/not-allowed";
import { composeReport } from "@/lib/core/reports/compose-report";
import { provenanceWords } from "@/lib/core/words/provenance";
import { readPage } from "@/lib/server/access/door/read-page";
import { listSnapshots } from "@/lib/server/assessments/list-snapshots";
import { readReport } from "@/lib/server/reports/read-report";

export const metadata: Metadata = { title: "Reports" };

type Props = {
  params: Promise<{ organization: string; assessment: string }>;
  searchParams: Promise<{ snapshot?: string; part?: string }>;
};

export default async function ReportsPage({ params, searchParams }: Props) {
  const { organization, assessment } = await params;
  const asked = await searchParams;
  const snapshot = z.uuid().safeParse(asked.snapshot).data;
  const page = await readPage(organization, "report.export", async (db, actor) => {
    const source = await readReport(db, actor, { slug: assessment, snapshot });
    return { ...source, snapshots: await listSnapshots(db, source.assessmentId) };
  });
  if (!page.allowed) return <NotAllowed />;
  const { input, snapshots } = page.data;
  const { provenance, questionnaire, timeZone } = input;
  const document = composeReport(input);
  const draft = provenance.kind !== "approved";
  const parts = partsOf(document);
  const part = parts.find(({ number }) => String(number) === asked.part) ?? parts[0];
  const base = `/${organization}/assessments/${assessment}/reports`;
  const pdf = `/api/organizations/${organization}/assessments/${assessment}/report.pdf`;
  return (
    <>
      <PageHeader
        title="Reports"
        provenance={provenanceWords({
          now: new Date(input.generatedAt),
          timeZone,
          day: snapshot && input.claims.asOf,
          state: draft ? (snapshot ? "snapshot" : input.assessment.state) : "approved",
          questionnaire: questionnaire.id,
          version: questionnaire.version,
          approval: provenance.kind === "approved" ? provenance : undefined,
        })}
        actions={
          <ExportReport
            key={snapshot ?? "now"}
            href={snapshot ? `${pdf}?snapshot=${snapshot}` : pdf}
            label={draft ? "Export draft" : "Export report"}
          />
        }
      />
      <main className="grid gap-4 px-7 py-5 max-sm:px-3.5 xl:grid-cols-[1fr_18rem] xl:items-start">
        <ReportPreview document={document} part={part} />
        <div className="grid gap-4 max-xl:order-first max-xl:sm:grid-cols-2">
          <Card title="Report of">
            <ReportOf
              snapshots={snapshots}
              chosen={snapshot}
              hrefOf={(id) => address(base, { snapshot: id, part: asked.part })}
            />
          </Card>
          <Card
            title="What is in it"
            subtitle={
              draft
                ? "“Draft” stands across each page until the assessment is approved."
                : "Approved: the hash on the cover names the snapshot."
            }
          >
            <PartList
              parts={parts}
              shown={part?.number ?? 1}
              hrefOf={(number) => address(base, { snapshot, part: String(number) })}
            />
            <p className="mt-3 text-small text-ink-2">
              PDF on A4, tagged for screen readers (PDF/UA-1), with the organization’s logo and colour from its
              settings.
            </p>
          </Card>
        </div>
      </main>
    </>
  );
}

/** The state of this page in its address. */
function address(base: string, query: Readonly<{ snapshot: string | undefined; part: string | undefined }>): string {
  const given = Object.entries(query).flatMap(([key, value]) => (value ? [[key, value]] : []));
  return given.length > 0 ? `${base}?${new URLSearchParams(given)}` : base;
}
