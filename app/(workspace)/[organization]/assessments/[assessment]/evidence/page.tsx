import type { Metadata } from "next";
import { AddOnPage } from "@/components/evidence/add-on-page";
import { EvidenceSearch } from "@/components/evidence/evidence-search";
import { EvidenceTable } from "@/components/evidence/evidence-table";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { ShowAll } from "@/components/ui/show-all";
import { NotAllowed } from "@/components/workspace/not-allowed";
import { type EvidenceQuery, evidenceAddress, evidenceQuery } from "@/lib/core/evidence/evidence-query";
import { EVIDENCE_FILTERS, findEvidence, sortEvidence } from "@/lib/core/evidence/list-evidence";
import { filterWords } from "@/lib/core/words/evidence";
import { formatDay, formatNumberOf } from "@/lib/core/words/format";
import { assessmentStateWords } from "@/lib/core/words/provenance";
import { readPage } from "@/lib/server/access/door/read-page";
import { readEvidencePage } from "@/lib/server/evidence/read-evidence-page";

export const metadata: Metadata = { title: "Evidence" };

/** More is a press away: hundreds of pieces are a page that a phone needs a while for. */
const FIRST_ROWS = 50;

type Props = {
  params: Promise<{ organization: string; assessment: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function EvidencePage({ params, searchParams }: Props) {
  const { organization, assessment } = await params;
  const page = await readPage(organization, "results.read", (db, actor) => readEvidencePage(db, actor, assessment));
  if (!page.allowed) return <NotAllowed />;
  const { actor, data } = page;
  const asked = await searchParams;
  const query = evidenceQuery.parse(asked);
  const { q, state, sort } = query;
  const adding = asked.add !== undefined && data.rights.write;
  const base = `/${organization}/assessments/${assessment}`;
  const path = `${base}/evidence`;
  /** The same list but for what is named, from its first row on. */
  const here = (other: Partial<EvidenceQuery>) => evidenceAddress(path, { ...query, all: false, ...other });
  const found = findEvidence(data.pieces, q, (criterion) => {
    const choice = data.criteria.get(criterion);
    return choice ? `${choice.topic} ${choice.statement}` : criterion;
  });
  const fitting = sortEvidence(
    found.filter((piece) => !state || piece.in.has(state)),
    sort,
  );
  const shown = query.all ? fitting : fitting.slice(0, FIRST_ROWS);
  const back = here({ all: query.all });
  const add = data.rights.write && (
    <ButtonLink href={`${back}${back === path ? "?" : "&"}add`} variant="primary" icon="plus">
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
            back={back}
          />
        )}
        {data.pieces.length === 0 ? (
          <EmptyState title="No evidence yet" action={!adding && add}>
            A file, a link, an attestation or a scan that shows that an answer is so. What a reviewer has accepted makes
            the verified level.
          </EmptyState>
        ) : (
          <>
            <div className="grid gap-3 *:min-w-0 xl:flex xl:items-center xl:justify-between">
              <SegmentedLinks
                label="Show"
                segments={[
                  { label: "All", href: here({ state: undefined }), current: !state, count: found.length },
                  ...EVIDENCE_FILTERS.map((one) => ({
                    label: filterWords(one),
                    href: here({ state: one }),
                    current: one === state,
                    count: found.filter((piece) => piece.in.has(one)).length,
                  })),
                ]}
              />
              <EvidenceSearch path={path} query={query} />
            </div>
            {fitting.length === 0 ? (
              <p className="text-note text-ink-2">
                {q === ""
                  ? "Nothing here: no piece of evidence is in this list."
                  : "Nothing here: no piece in this list has all of these words, in itself or in what it speaks to."}
              </p>
            ) : (
              <div className="grid gap-4">
                <EvidenceTable
                  pieces={shown}
                  page={data}
                  me={actor.userId}
                  base={base}
                  sort={sort}
                  sortHref={(by) => here({ sort: by })}
                />
                <ShowAll shown={shown.length} all={fitting.length} href={here({ all: true })} />
              </div>
            )}
          </>
        )}
      </main>
    </>
  );
}
