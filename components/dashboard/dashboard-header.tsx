import { Button, ButtonLink } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { PageHeader } from "@/components/ui/page-header";
import type { DashboardLinks } from "@/lib/core/dashboard/addresses";
import type { PastScore } from "@/lib/core/dashboard/dashboard-input";
import { formatDay } from "@/lib/core/words/format";

type Props = Readonly<{
  provenance: string;
  links: DashboardLinks;
  snapshots: readonly PastScore[];
  /** Id of the snapshot that is compared with. */
  against?: string;
  approved: boolean;
  mayExport: boolean;
}>;

/** Title, provenance, what is compared with, and the way to the report. */
export function DashboardHeader({ provenance, links, snapshots, against, approved, mayExport }: Props) {
  const compared = snapshots.find(({ id }) => id === against);
  return (
    <PageHeader
      title="Dashboard"
      provenance={provenance}
      actions={
        <>
          {compared && (
            <Menu
              trigger={
                <Button variant="quiet" iconAfter="chevron-down">
                  <span className="max-sm:sr-only">Compared with</span> {formatDay(compared.day)}
                </Button>
              }
              entries={[
                { kind: "heading", label: "Compare with" },
                ...[...snapshots].reverse().map(({ id, day, label }) => ({
                  kind: "link" as const,
                  label: formatDay(day),
                  detail: label,
                  href: links.dashboard({ against: id }),
                  current: id === against,
                })),
              ]}
            />
          )}
          <ButtonLink href={links.present}>Present</ButtonLink>
          {mayExport && (
            <ButtonLink href={links.reports} variant="primary">
              {approved ? "Export report" : "Export draft"}
            </ButtonLink>
          )}
        </>
      }
    />
  );
}
