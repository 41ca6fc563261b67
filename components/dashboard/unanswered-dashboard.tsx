import type { DashboardLinks } from "@/lib/core/dashboard/addresses";
import type { Dashboard } from "@/lib/core/dashboard/describe-dashboard";
import type { StartPillar } from "@/lib/core/dashboard/where-to-start";
import { FirstRow } from "./first-row";
import { StartCard } from "./start-card";

type Props = Readonly<{ dashboard: Dashboard; start: readonly StartPillar[]; links: DashboardLinks }>;

/** Before the first answer: what the whole says already, and what to do first. */
export function UnansweredDashboard({ dashboard, start, links }: Props) {
  const { overall, stages, answered, inScope } = dashboard;
  return (
    <>
      <FirstRow overall={overall} stages={stages} answered={answered} inScope={inScope} links={links}>
        <h2 className="text-small text-ink-2">How to read this</h2>
        <p className="mt-1.5 text-note text-ink-2">
          Nothing is known yet, so the level may be anything in the hatched band. Each answer narrows it; evidence fills
          the bar.
        </p>
      </FirstRow>
      <StartCard pillars={start} links={links} />
    </>
  );
}
