import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { DashboardLinks } from "@/lib/core/dashboard/addresses";

/** Everything is out of scope or not applicable: there is no score, which is not a score of nothing. */
export function NoScore({ links }: Readonly<{ links: DashboardLinks }>) {
  return (
    <EmptyState
      title="No score"
      action={
        <>
          <ButtonLink href={links.settings}>Look at the scope</ButtonLink>
          <ButtonLink href={links.walk()}>Open the walk</ButtonLink>
        </>
      }
    >
      Every topic is out of scope or answered as not applicable, so nothing is left to score. A level and a stage appear
      as soon as one criterion applies.
    </EmptyState>
  );
}
