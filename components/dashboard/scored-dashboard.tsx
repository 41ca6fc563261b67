import Link from "next/link";
import { EvidenceFreshnessChart } from "@/components/charts/evidence-freshness";
import { Heatmap } from "@/components/charts/heatmap";
import { PillarLadder } from "@/components/charts/pillar-ladder";
import { Radar } from "@/components/charts/radar";
import { TagBars } from "@/components/charts/tag-bars";
import { Trend } from "@/components/charts/trend";
import { LevelKey } from "@/components/marks/level-key";
import type { DashboardLinks } from "@/lib/core/dashboard/addresses";
import type { Architecture } from "@/lib/core/dashboard/architecture";
import type { Dashboard } from "@/lib/core/dashboard/describe-dashboard";
import { formatNames, formatNumberOf } from "@/lib/core/words/format";
import { ChangeByCause } from "./change-by-cause";
import { FirstRow } from "./first-row";
import { Goal } from "./goal";
import { HoldBackCard } from "./hold-back-card";
import { ReferenceArchitecture } from "./reference-architecture";

type Props = Readonly<{ dashboard: Dashboard; architecture: Architecture; targetDay?: string; links: DashboardLinks }>;

/** In two columns the third takes the whole row. */
const LAST_OF_THREE = "md:max-xl:col-span-2";

/** With fewer axes a radar is a line or a point. */
const LEAST_AXES = 3;

/** The dashboard of an assessment with answers, from the whole down to its parts. */
export function ScoredDashboard({ dashboard, architecture, targetDay, links }: Props) {
  const { overall, stages, pillars } = dashboard;
  const why = (
    <Link href={links.explain({ of: "overall" })} className="link">
      Why these numbers
    </Link>
  );
  return (
    <>
      {/* The first frame holds the first row: a frame of the navigation alone costs as much again. */}
      <link rel="expect" href="#pillars" blocking="render" />
      <FirstRow
        overall={overall}
        stages={stages}
        answered={dashboard.answered}
        inScope={dashboard.inScope}
        inShort={dashboard.inShort}
        goal={<Goal dashboard={dashboard} by={targetDay} links={links} />}
        links={links}
      >
        <ChangeByCause change={dashboard.change} ahead={dashboard.ahead.sentence} links={links} />
      </FirstRow>
      <LevelKey
        low={overall.low}
        high={overall.high}
        verified={overall.verified}
        last={overall.last}
        target={overall.target}
        className="pl-0.5"
      />
      <div className="grid gap-4 lg:grid-cols-[1.55fr_1fr] print:block print:space-y-4">
        <div className="grid min-w-0 grid-rows-[1fr_auto] gap-2">
          <PillarLadder
            id="pillars"
            title="Pillars"
            pillars={pillars}
            overall={overall}
            stages={stages.length}
            actions={why}
          />
          {dashboard.pillarsLeftOut.length > 0 && (
            <p className="px-0.5 text-small text-ink-2">
              Without a score, because nothing of it applies: {formatNames(dashboard.pillarsLeftOut)}.
            </p>
          )}
        </div>
        <HoldBackCard holdBack={dashboard.holdBack} next={dashboard.next} links={links} />
      </div>
      <div className="grid gap-2">
        <Heatmap id="topics" title="Topics" columns={dashboard.columns} stages={stages} />
        {dashboard.topicsLeftOut > 0 && (
          <p className="px-0.5 text-small text-ink-2">
            {formatNumberOf(dashboard.topicsLeftOut, "topic")} {dashboard.topicsLeftOut === 1 ? "is" : "are"} left out:
            out of scope, or not applicable.
          </p>
        )}
      </div>
      <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3 print:block print:space-y-4">
        {pillars.length >= LEAST_AXES && <Radar id="shape" title="Shape" pillars={pillars} stages={stages.length} />}
        <ReferenceArchitecture id="architecture" title="Reference architecture" architecture={architecture} />
        <Trend
          id="trend"
          title={dashboard.projection.length > 0 ? "Trend and plan" : "Trend"}
          snapshots={dashboard.trend}
          projection={dashboard.projection}
          odds={dashboard.pace.odds.flatMap(({ share, day }) => (day ? [{ share, day }] : []))}
          pace={dashboard.pace.sentence}
          target={overall.target}
          by={targetDay}
          stages={stages.length}
          className={LAST_OF_THREE}
        />
      </div>
      <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3 print:block print:space-y-4">
        <TagBars
          id="principles"
          title="By principle"
          of="Principle"
          tags={dashboard.principles}
          stages={stages.length}
        />
        <TagBars id="drivers" title="By driver" of="Driver" tags={dashboard.drivers} stages={stages.length} />
        <EvidenceFreshnessChart
          id="freshness"
          title="Evidence, age and expiry"
          freshness={dashboard.freshness}
          className={LAST_OF_THREE}
        />
      </div>
    </>
  );
}
