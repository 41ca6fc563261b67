import type { Metadata } from "next";
import { ContinueCard } from "@/components/assessments/continue-card";
import { BenchmarkCard } from "@/components/portfolio/benchmark-card";
import { OutsideList } from "@/components/portfolio/outside-list";
import { PortfolioFilters } from "@/components/portfolio/portfolio-filters";
import { PortfolioPages } from "@/components/portfolio/portfolio-pages";
import { PortfolioTable } from "@/components/portfolio/portfolio-table";
import { SavedViews } from "@/components/portfolio/saved-views";
import { PersonFrame } from "@/components/shell/person-frame";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { AddOrganization } from "@/components/workspace/add-organization";
import { PersonPalette } from "@/components/workspace/person-palette";
import { UserMenu } from "@/components/workspace/user-menu";
import { portfolioQuery, portfolioSearch } from "@/lib/core/portfolio/portfolio-query";
import { personPage } from "@/lib/server/access/door/read-page";
import { continueAnywhere } from "@/lib/server/assessments/continue-anywhere";
import { today } from "@/lib/server/platform/clock";
import { readPortfolio } from "@/lib/server/portfolio/read-portfolio";

export const metadata: Metadata = { title: "Organizations" };

type Asked = Promise<Record<string, string | string[] | undefined>>;

/** All organizations that a person works for: the consultant's portfolio. */
export default async function ClientsPage({ searchParams }: { searchParams: Asked }) {
  const session = await personPage();
  const query = portfolioQuery.parse(await searchParams);
  const { rows, more, views, benchmark, outside, mayAdd } = await readPortfolio(session.userId, query);
  const narrowed = portfolioSearch({ ...query, sort: "name", order: "up", page: 1 }) !== "";
  const on = await continueAnywhere(session);
  const none = rows.length === 0 && !narrowed && query.page === 1;
  return (
    <PersonFrame
      product="Plumbline"
      homeHref="/clients"
      userMenu={<UserMenu id={session.userId} name={session.name} email={session.email} />}
      words={{ skip: "Skip to content" }}
      width="wide"
    >
      <PersonPalette organizations={[...rows, ...outside]} more={more || narrowed || query.page > 1} />
      <h1 className="text-2xl font-semibold">Organizations</h1>
      {on && <ContinueCard organization={on.organization} assessment={on} next={on.next} where={on.where} />}
      {none && outside.length === 0 && (
        <EmptyState title="You belong to no organization at present">
          An invitation may have been taken back or your access may have ended. Ask an owner or administrator for a new
          invitation.
        </EmptyState>
      )}
      {!none && (
        <section aria-label="Portfolio" className="grid gap-3">
          <PortfolioFilters query={query} narrowed={narrowed} />
          <SavedViews views={views} search={portfolioSearch({ ...query, page: 1 })} />
          {rows.length === 0 ? (
            <EmptyState
              title="No organization fits this view"
              action={<ButtonLink href="/clients">Show all</ButtonLink>}
            >
              Widen the filters, or look for another name.
            </EmptyState>
          ) : (
            <PortfolioTable rows={rows} query={query} today={today()} />
          )}
          <PortfolioPages query={query} more={more} />
        </section>
      )}
      {outside.length > 0 && <OutsideList organizations={outside} />}
      {benchmark.length > 0 && <BenchmarkCard groups={benchmark} />}
      {mayAdd && <AddOrganization sample={rows.some(({ sample }) => sample) ? "loaded" : "absent"} />}
    </PersonFrame>
  );
}
