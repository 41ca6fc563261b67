import { ButtonLink } from "@/components/ui/button";
import { type PortfolioQuery, portfolioSearch } from "@/lib/core/portfolio/portfolio-query";

/** The way to the next page and back; nothing where one page holds all. */
export function PortfolioPages({ query, more }: Readonly<{ query: PortfolioQuery; more: boolean }>) {
  const { page } = query;
  if (page === 1 && !more) return null;
  const at = (to: number) => `/clients?${portfolioSearch({ ...query, page: to })}`;
  return (
    <nav aria-label="Pages" className="flex items-center gap-3 text-note text-ink-2">
      {page > 1 && (
        <ButtonLink href={at(page - 1)} icon="chevron-left">
          Previous
        </ButtonLink>
      )}
      Page {page}
      {more && (
        <ButtonLink href={at(page + 1)} iconAfter="chevron-right">
          Next
        </ButtonLink>
      )}
    </nav>
  );
}
