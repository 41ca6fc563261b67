import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { DashboardLinks } from "@/lib/core/dashboard/addresses";

/** There is such a pillar, topic or tag, and no number of it. */
export function NothingToExplain({ links }: Readonly<{ links: DashboardLinks }>) {
  return (
    <EmptyState title="No score" action={<ButtonLink href={links.dashboard()}>Back to the dashboard</ButtonLink>}>
      Nothing of it applies: it is out of scope, or every criterion is answered as not applicable. It counts nowhere.
    </EmptyState>
  );
}
