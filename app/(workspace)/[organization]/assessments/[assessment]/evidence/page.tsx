import type { Metadata } from "next";
import { AddOnPage } from "@/components/evidence/add-on-page";
import { EvidenceTable } from "@/components/evidence/evidence-table";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { NotAllowed } from "@/components/workspace/not-allowed";
import {
  EVIDENCE_FILTERS,
  EVIDENCE_SORTS,
  type EvidenceFilter,
  type EvidenceSort,
  sortEvidence,
} from "@/lib/core/evidence/list-evidence";
import { filterWords } from "@/lib/core/words/evidence";
import { formatDay, formatNumberOf } from "@/lib/core/words/format";
import { assessmentStateWords } from "@/lib/core/words/provenance";
import { readPage } from "@/lib/server/access/door/read-page";
import { readEvidencePage } from "@/lib/server/evidence/read-evidence-page";

export const metadata: Metadata = { title: "Evidence" };

type Props = {
  params: Promise<{ organization: string; assessment: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function EvidencePage({ params, searchParams }: Props) {
  const { organization, assessment } = await params;
  const page = await readPage(organization, "results.read", (db, actor) => readEvidencePage(db, actor, assessment));
  if (!page.allowed) return <NotAllowed />;
  const { actor, data } = page;
  const query = await searchParams;
  const filter = EVIDENCE_FILTERS.find((one) => one === query.state);
  const sort = EVIDENCE_SORTS.find((one) => one === query.sort) ?? "date";
  const adding = query.add !== undefined && data.rights.write;
  const base = `/${organization}/assessments/${assessment}`;
  const here = (state: EvidenceFilter | undefined, by: EvidenceSort) => address(`${base}/evidence`, state, by);
  const shown = sortEvidence(
    data.pieces.filter((piece) => !filter || piece.in.has(filter)),
    sort,
  );
  const add = data.rights.write && (
    <ButtonLink href={`${here(filter, sort)}${filter || sort !== "date" ? "&" : "?"}add`} variant="primary" icon="plus">
      Add evidence
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title="Evidence"
        provenance={`As of ${formatDay(data.asOf)} · ${assessmentStateWords(data.state)} · ${formatNumberOf(data.pieces.length, "piece")}`}
        actions={!adding && data.pieces.length > 0 && add}
      />
      <main className="grid gap-4 p-7 max-sm:p-3.5">
        {adding && (
          <AddOnPage
            api={`/api/organizations${base}`}
            place={{ account: actor.userId, name: `form/${organization}/${assessment}/evidence` }}
            choices={data.open}
            back={here(filter, sort)}
          />
        )}
        {data.pieces.length === 0 ? (
          <EmptyState title="No evidence yet" action={!adding && add}>
            A file, a link, an attestation or a scan that shows that an answer is so. What a reviewer has accepted makes
            the verified level.
          </EmptyState>
        ) : (
          <>
            <SegmentedLinks
              label="Show"
              segments={[
                { label: "All", href: here(undefined, sort), current: !filter, count: data.pieces.length },
                ...EVIDENCE_FILTERS.map((one) => ({
                  label: filterWords(one),
                  href: here(one, sort),
                  current: one === filter,
                  count: data.pieces.filter((piece) => piece.in.has(one)).length,
                })),
              ]}
            />
            {shown.length === 0 ? (
              <p className="text-note text-ink-2">Nothing here: no piece of evidence is in this list.</p>
            ) : (
              <EvidenceTable
                pieces={shown}
                page={data}
                me={actor.userId}
                base={base}
                sort={sort}
                sortHref={(by) => here(filter, by)}
              />
            )}
          </>
        )}
      </main>
    </>
  );
}

function address(path: string, state: EvidenceFilter | undefined, sort: EvidenceSort): string {
  const query = new URLSearchParams({ ...(state ? { state } : {}), ...(sort === "date" ? {} : { sort }) }).toString();
  return query ? `${path}?${query}` : path;
}
