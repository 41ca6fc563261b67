import type { Metadata } from "next";
import { Suspense } from "react";
import { AuditList } from "@/components/audit/audit-list";
import { ChainState } from "@/components/audit/chain-state";
import { ButtonLink } from "@/components/ui/button";
import { ButtonDownload } from "@/components/ui/button-download";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { NotAllowed } from "@/components/workspace/not-allowed";
import { formatCount, formatNumberOf } from "@/lib/core/words/format";
import { readPage } from "@/lib/server/access/door/read-page";
import { PAGE_SIZE, readAudit } from "@/lib/server/access/read-audit";
import { verifyAudit } from "@/lib/server/access/verify-audit";

export const metadata: Metadata = { title: "Audit log" };

type Props = { params: Promise<{ organization: string }>; searchParams: Promise<{ before?: string }> };

export default async function AuditPage({ params, searchParams }: Props) {
  const { organization } = await params;
  const before = pageEnd((await searchParams).before);
  const page = await readPage(organization, "audit.read", (db, actor) => readAudit(db, actor.organizationId, before));
  if (!page.allowed) return <NotAllowed />;
  const { rows, length } = page.data;
  const base = `/${organization}/audit`;
  return (
    <>
      <PageHeader
        title="Audit log"
        provenance={`${page.actor.organizationName} · ${formatNumberOf(length, "entry", "entries")} · times are UTC`}
        actions={
          <ButtonDownload href={`/api/organizations/${organization}/audit/export`}>Export JSON Lines</ButtonDownload>
        }
      />
      <main className="px-7 py-5 max-sm:px-3.5">
        <div className="grid max-w-5xl gap-4">
          <Suspense
            fallback={
              <Loading label="Checking the chain">
                <Skeleton className="h-4.5 w-80 max-w-full" />
              </Loading>
            }
          >
            <CheckedChain organization={organization} />
          </Suspense>
          {rows.length === 0 ? (
            <EmptyState title="No entries here" action={<ButtonLink href={base}>Newest entries</ButtonLink>}>
              The log holds everything that changes something here, and cannot be edited.
            </EmptyState>
          ) : (
            <Card>
              <AuditList rows={rows} />
            </Card>
          )}
          <Pages base={base} first={rows[0]?.seq ?? 0} last={rows.at(-1)?.seq ?? 0} length={length} />
        </div>
      </main>
    </>
  );
}

async function CheckedChain({ organization }: { organization: string }) {
  const page = await readPage(organization, "audit.read", (db, actor) => verifyAudit(db, actor.organizationId));
  if (!page.allowed) return null;
  if (page.data.whole) return <ChainState {...page.data} />;
  const at = Number(page.data.brokenAt);
  return <ChainState {...page.data} href={`/${organization}/audit?before=${at + 1}#entry-${at}`} />;
}

type Range = Readonly<{ base: string; first: number; last: number; length: number }>;

/** The numbers have no gaps, so that every page's address follows from the entries on this one. */
function Pages({ base, first, last, length }: Range) {
  const newer = first + PAGE_SIZE >= length ? base : `${base}?before=${first + PAGE_SIZE + 1}`;
  return (
    <nav aria-label="Pages" className="flex flex-wrap items-center gap-3">
      {first < length && (
        <ButtonLink href={newer} icon="arrow-left" rel="prev">
          Newer
        </ButtonLink>
      )}
      {last > 1 && (
        <ButtonLink href={`${base}?before=${last}`} iconAfter="arrow-right" rel="next">
          Older
        </ButtonLink>
      )}
      <p className="text-note text-ink-2">
        Entries {formatCount(first)} to {formatCount(last)} of {formatCount(length)}
      </p>
    </nav>
  );
}

/** The entry that the page ends before; anything that is no such number is the newest page. */
function pageEnd(given: string | undefined): number | undefined {
  return given !== undefined && /^[1-9]\d{0,14}$/.test(given) ? Number(given) : undefined;
}
