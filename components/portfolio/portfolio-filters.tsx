import { Button, ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { PortfolioQuery } from "@/lib/core/portfolio/portfolio-query";

const ANY = { value: "", label: "Any" };
const STAGES = [
  ANY,
  { value: "1", label: "1 (lowest)" },
  { value: "2", label: "2" },
  { value: "3", label: "3" },
  { value: "4", label: "4" },
];
const QUIET = [
  ANY,
  { value: "30", label: "Over 30 days ago" },
  { value: "90", label: "Over 90 days ago" },
  { value: "180", label: "Over 180 days ago" },
];
const DUE = [
  ANY,
  { value: "14", label: "Within 14 days" },
  { value: "30", label: "Within 30 days" },
  { value: "90", label: "Within 90 days" },
];

type Props = Readonly<{ query: PortfolioQuery; narrowed: boolean }>;

/** What narrows the portfolio: an ordinary form, so that the view is in the address and works without scripts. */
export function PortfolioFilters({ query, narrowed }: Props) {
  return (
    <search>
      <form action="/clients" className="flex flex-wrap items-end gap-3">
        <Field label="Name" className="w-56 max-sm:w-full">
          {(ties) => <Input {...ties} type="search" name="q" defaultValue={query.q} maxLength={100} />}
        </Field>
        <Field label="Stage">
          {(ties) => <Select {...ties} name="stage" defaultValue={query.stage ?? ""} options={STAGES} />}
        </Field>
        <Field label="Last change">
          {(ties) => <Select {...ties} name="quiet" defaultValue={query.quiet ?? ""} options={QUIET} />}
        </Field>
        <Field label="Next due">
          {(ties) => <Select {...ties} name="due" defaultValue={query.due ?? ""} options={DUE} />}
        </Field>
        {query.sort !== "name" && <input type="hidden" name="sort" value={query.sort} />}
        {query.order !== "up" && <input type="hidden" name="order" value={query.order} />}
        <Button type="submit" icon="search" className="mb-1">
          Show
        </Button>
        {narrowed && (
          <ButtonLink href="/clients" variant="quiet" className="mb-1">
            Show all
          </ButtonLink>
        )}
      </form>
    </search>
  );
}
