import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { Select } from "@/components/ui/select";
import type { DashboardLinks, DatesView } from "@/lib/core/dashboard/addresses";
import type { PastScore } from "@/lib/core/dashboard/dashboard-input";
import { formatDay } from "@/lib/core/words/format";

type Props = Readonly<{
  action: string;
  snapshots: readonly PastScore[];
  /** Ids of what is shown. */
  a: string;
  b: string;
  view: DatesView;
  /** Day on which the evidence of now is judged; today when absent. */
  asOf?: string;
  links: DashboardLinks;
}>;

/** Chooses the two dates by a plain form, so that the address says all and no script is needed. */
export function DatesForm({ action, snapshots, a, b, view, asOf, links }: Props) {
  const past = [...snapshots]
    .reverse()
    .map(({ id, day, label }) => ({ value: id, label: `${formatDay(day)}, ${label}` }));
  const between = { from: a, to: b };
  return (
    <div className="flex flex-wrap items-end justify-between gap-3 print:hidden">
      <form action={action} className="grid grid-cols-[1fr_1fr_auto] items-end gap-3 max-sm:w-full max-sm:grid-cols-1">
        <Field label="From">{(ties) => <Select {...ties} key={a} name="from" defaultValue={a} options={past} />}</Field>
        <Field label="To">
          {(ties) => (
            <Select {...ties} key={b} name="to" defaultValue={b} options={[{ value: "now", label: "Now" }, ...past]} />
          )}
        </Field>
        {asOf && <input type="hidden" name="asOf" value={asOf} />}
        {view.measure && <input type="hidden" name="measure" value={view.measure} />}
        <Button type="submit">Compare</Button>
      </form>
      <SegmentedLinks
        label="Level"
        segments={[
          { label: "Claimed", href: links.dates(between), current: view.measure === undefined },
          {
            label: "Verified",
            href: links.dates({ ...between, measure: "verified" }),
            current: view.measure === "verified",
          },
        ]}
      />
    </div>
  );
}
