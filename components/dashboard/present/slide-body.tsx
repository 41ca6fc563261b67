import { PillarLadder } from "@/components/charts/pillar-ladder";
import { Trend } from "@/components/charts/trend";
import { LevelBar } from "@/components/marks/level-bar";
import { LevelFigure } from "@/components/marks/level-figure";
import { LevelKey } from "@/components/marks/level-key";
import { LevelScale } from "@/components/marks/level-scale";
import { StageLabel } from "@/components/marks/stage-label";
import { Table, Td, Th } from "@/components/ui/table";
import type { Dashboard } from "@/lib/core/dashboard/describe-dashboard";
import { GAIN_DIGITS } from "@/lib/core/dashboard/hold-back";
import type { Presentation, SlideKind } from "@/lib/core/dashboard/slides/describe-slides";
import { formatDay, formatGain, formatLevel } from "@/lib/core/words/format";
import { bandWords } from "@/lib/core/words/marks";
import { ChangeBars } from "../change-bars";
import { RiskTable } from "./risk-table";

type Props = Readonly<{ kind: SlideKind; dashboard: Dashboard; presentation: Presentation; by?: string }>;

/** What a slide shows under its message: the dashboard's own marks, larger. */
export function SlideBody({ kind, dashboard, presentation, by }: Props) {
  switch (kind) {
    case "standing":
      return <Standing dashboard={dashboard} />;
    case "change":
      return <Changed dashboard={dashboard} />;
    case "hold-back":
      return <HoldBackList dashboard={dashboard} />;
    case "plan":
      return (
        <Trend
          id="slide-trend"
          title="Trend and plan"
          snapshots={dashboard.trend}
          projection={dashboard.projection}
          target={dashboard.overall.target}
          by={by}
          odds={dashboard.pace.odds.flatMap(({ share, day }) => (day ? [{ share, day }] : []))}
          pace={dashboard.pace.sentence}
          stages={dashboard.stages.length}
          className="max-w-200"
        />
      );
    case "risk":
      return presentation.risks.length > 0 ? <RiskTable risks={presentation.risks} /> : null;
    default:
      return <Decisions presentation={presentation} />;
  }
}

function Standing({ dashboard }: Readonly<{ dashboard: Dashboard }>) {
  const { overall, stages, pillars, answered, inScope } = dashboard;
  const { low, high, verified, last, target } = overall;
  return (
    <div className="grid items-start gap-8 md:grid-cols-[1fr_1.3fr]">
      <div className="min-w-0">
        <StageLabel stage={overall.stage} size="large" />
        <LevelFigure level={low}>{bandWords({ low, high, answered, inScope })}</LevelFigure>
        <LevelBar
          name="Level"
          tone={overall.stage.tone}
          low={low}
          high={high}
          verified={verified}
          last={last?.level}
          target={target}
          stages={stages.length}
          thickness={18}
        />
        <LevelScale stages={stages} />
        <LevelKey low={low} high={high} verified={verified} last={last} target={target} className="mt-3" />
      </div>
      <PillarLadder
        id="slide-pillars"
        title="Pillars"
        pillars={pillars.map(({ reason: _, ...pillar }) => pillar)}
        overall={overall}
        stages={stages.length}
      />
    </div>
  );
}

function Changed({ dashboard: { change, pillars } }: Readonly<{ dashboard: Dashboard }>) {
  if (!change) return null;
  return (
    <div className="grid items-start gap-x-12 gap-y-6 md:grid-cols-[1.2fr_1fr]">
      {change.rows.length > 0 && <ChangeBars rows={change.rows} />}
      <Table caption="Pillars then and now">
        <thead>
          <tr>
            <Th>Pillar</Th>
            <Th numeric>{formatDay(change.since)}</Th>
            <Th numeric>Now</Th>
            <Th numeric>Change</Th>
          </tr>
        </thead>
        <tbody>
          {pillars.map(({ id, name, low, last }) => (
            <tr key={id}>
              <Th scope="row">{name}</Th>
              <Td numeric>{last === undefined ? "" : formatLevel(last)}</Td>
              <Td numeric>{formatLevel(low)}</Td>
              <Td numeric>{last === undefined ? "" : formatGain(low - last)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function HoldBackList({ dashboard: { holdBack } }: Readonly<{ dashboard: Dashboard }>) {
  return (
    <ol className="max-w-200">
      {holdBack.items.map(({ id, title, detail, gain }) => (
        <li key={id} className="grid grid-cols-[1fr_auto] gap-x-6 border-t border-line py-2.5">
          <span className="text-read font-medium">{title}</span>
          <span className="text-right font-mono text-read">{formatGain(gain, GAIN_DIGITS)}</span>
          <span className="text-note text-ink-2">{detail}</span>
          <span className="text-right text-note text-ink-2">overall</span>
        </li>
      ))}
    </ol>
  );
}

function Decisions({ presentation: { decisions } }: Readonly<{ presentation: Presentation }>) {
  return (
    <ol className="max-w-200">
      {decisions.map(({ id, text, why }) => (
        <li key={`${id} ${text}`} className="border-t border-line py-2.5">
          <p className="text-read font-medium">{text}</p>
          <p className="text-note text-ink-2">{why}</p>
        </li>
      ))}
    </ol>
  );
}
