import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { DashboardLinks, ExplainTarget } from "@/lib/core/dashboard/addresses";

type Props = Readonly<{ of: ExplainTarget["of"]; links: DashboardLinks }>;

/** There is such a pillar, topic or tag, and no number of it. */
export function NothingToExplain({ of, links }: Props) {
  return (
    <EmptyState
      title={of === "change" ? "Nothing to compare with" : "No score"}
      action={<ButtonLink href={links.dashboard()}>Back to the dashboard</ButtonLink>}
    >
      {of === "change"
        ? "There is no earlier snapshot with a score. Each approval keeps one; from then on the change since then is explained here."
        : "Nothing of it applies: it is out of scope, or every criterion is answered as not applicable. It counts nowhere."}
    </EmptyState>
  );
}
