import type { Metadata } from "next";
import { ScopeComparison } from "@/components/charts/scope-comparison";
import { ScopeChoice } from "@/components/dashboard/scope-choice";
import { LevelKey } from "@/components/marks/level-key";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { NotAllowed } from "@/components/workspace/not-allowed";
import { dashboardLinks } from "@/lib/core/dashboard/addresses";
import { compareScopes } from "@/lib/core/dashboard/comparison";
import { formatMoment } from "@/lib/core/words/format";
import { readPage } from "@/lib/server/access/door/read-page";
import { readComparison } from "@/lib/server/assessments/read-comparison";

export const metadata: Metadata = { title: "Compare scopes" };

type Props = {
  params: Promise<{ organization: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ComparePage({ params, searchParams }: Props) {
  const { organization } = await params;
  const asked = [(await searchParams).scope ?? []].flat();
  const page = await readPage(organization, "results.read", (db, actor) => readComparison(db, actor, asked));
  if (!page.allowed) return <NotAllowed />;
  const { all, shown, missing, tooMany } = page.data;
  const comparison = compareScopes(
    shown.map((scope) => {
      const links = dashboardLinks(`/${organization}/assessments/${scope.slug}`);
      return { ...scope, href: links.dashboard(), pillarHref: (id) => links.explain({ of: "pillar", id }) };
    }),
  );
  const provenance = `As of ${formatMoment(new Date(), "UTC")}`;
  const drafts = shown.some(({ state }) => state !== "approved") ? " · Draft" : "";
  return (
    <>
      <PageHeader title="Compare scopes" provenance={provenance} />
      <main
        data-chart-source={`${page.actor.organizationName} · ${provenance}${drafts}`}
        className="grid gap-4 px-7 pt-5 pb-8 max-sm:px-3.5 print:block print:space-y-4 print:p-0"
      >
        {all.length < 2 ? (
          <EmptyState title="Nothing to set side by side yet">
            Assessments of other scopes, such as subsidiaries or regions, are compared here: stage, level and every
            pillar. There has to be more than one that you may see.
          </EmptyState>
        ) : (
          <>
            <ScopeChoice action={`/${organization}/compare`} all={all} scopes={comparison.scopes} />
            {missing.length > 0 && (
              <Notice
                tone="warning"
                title={
                  missing.length === 1
                    ? "One assessment that the address names isn’t here"
                    : `${missing.length} assessments that the address names aren’t here`
                }
              >
                {missing.length === 1 ? "It" : "Each"} may have another name now, belong to another organization, or not
                be assigned to you.{" "}
                {missing.length < asked.length
                  ? "The others are shown."
                  : "Shown are the latest ones instead; choose which to compare above."}
              </Notice>
            )}
            {tooMany > 0 && (
              <Notice title="Six fit beside each other">
                {tooMany} more {tooMany === 1 ? "was" : "were"} asked for and left out.
              </Notice>
            )}
            {comparison.caution && <Notice title="Compare with care">{comparison.caution}</Notice>}
            <LevelKey className="pl-0.5" />
            <ScopeComparison id="scopes" title="Level by pillar" comparison={comparison} />
          </>
        )}
      </main>
    </>
  );
}
