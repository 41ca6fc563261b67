import Link from "next/link";
import type { DashboardLinks } from "@/lib/core/dashboard/addresses";
import type { Dashboard } from "@/lib/core/dashboard/describe-dashboard";
import { oddsWords, type PaceView } from "@/lib/core/dashboard/pace-view";
import { goalWords } from "@/lib/core/words/charts";
import { formatGain } from "@/lib/core/words/format";

type Props = Readonly<{ dashboard: Dashboard; by?: string; links: DashboardLinks }>;

/** What the target asks for, and what the present pace gives, with its odds. */
export function Goal({ dashboard: { overall, pace, trend }, by, links }: Props) {
  const now = trend.at(-1);
  if (!now) return null;
  return (
    <div className="mt-2 text-small text-ink-2">
      <p>
        {overall.target === undefined ? (
          <>
            No target for every pillar yet.{" "}
            <Link href={links.settings} className="link">
              Set targets
            </Link>
          </>
        ) : (
          goalWords(now, overall.target, by)
        )}
      </p>
      <p className="mt-0.5">
        <Link href={links.explain({ of: "pace" })} className="link">
          {paceWords(pace)}
        </Link>
        {pace.odds.length > 0 && <> · {oddsWords(pace.odds)}</>}
        {pace.pace.kind === "too-few" && ": too few snapshots"}
      </p>
    </div>
  );
}

function paceWords({ pace }: PaceView): string {
  if (pace.kind === "earlier-day") return "No pace for an earlier day";
  return pace.kind === "known" ? `Pace ${formatGain(pace.perYear)} a year` : "No pace yet";
}
