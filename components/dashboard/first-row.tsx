import Link from "next/link";
import type { ReactNode } from "react";
import { LevelBar } from "@/components/marks/level-bar";
import { LevelFigure } from "@/components/marks/level-figure";
import { LevelScale } from "@/components/marks/level-scale";
import { StageLabel } from "@/components/marks/stage-label";
import type { DashboardLinks } from "@/lib/core/dashboard/addresses";
import type { OverallView } from "@/lib/core/dashboard/describe-dashboard";
import { otherStagesWords } from "@/lib/core/dashboard/stage-words";
import type { StageRef } from "@/lib/core/marks/stage-ref";
import { bandWords } from "@/lib/core/words/marks";

type Props = Readonly<{
  overall: OverallView;
  stages: readonly StageRef[];
  answered: number;
  inScope: number;
  /** The whole in three sentences. */
  inShort?: readonly string[];
  /** Target and pace, under the level. */
  goal?: ReactNode;
  links: DashboardLinks;
  /** The third part of the row: the change, or what to do first. */
  children: ReactNode;
}>;

/** The answer in one look: the stage and why, the level with its band, and what moved it. */
export function FirstRow({ overall, stages, answered, inScope, inShort, goal, links, children }: Props) {
  const { low, high, verified, last, target } = overall;
  const why = links.explain({ of: "overall" });
  return (
    <section
      aria-label="Stage and level"
      className="grid rounded-md border border-line bg-raised px-4.5 py-4 max-sm:px-3.5 lg:grid-cols-[1.05fr_1.25fr_1.1fr] print:break-inside-avoid"
    >
      <div className="min-w-0 py-0.5 lg:pr-6">
        <h2 className="text-small text-ink-2">Zero Trust stage</h2>
        <Link href={why} className="mt-1 mb-1 inline-block hover:underline">
          <StageLabel stage={overall.stage} size="large" />
        </Link>
        <p className="text-body/4.75">{overall.reason}</p>
        <p className="mt-1.5 text-small text-ink-2">{otherStagesWords(overall, { answered, inScope })}</p>
      </div>
      <div className="min-w-0 py-0.5 max-lg:mt-4 max-lg:border-t max-lg:border-line max-lg:pt-4 lg:border-l lg:border-line lg:px-6">
        <h2 className="text-small text-ink-2">Level</h2>
        <div className="flex items-baseline gap-x-3">
          <Link href={why} aria-label={`Level ${low.toFixed(2)}: why`} className="hover:underline">
            <LevelFigure level={low} />
          </Link>
          <span className="min-w-0 flex-1 text-body/4.75">{bandWords({ low, high, answered, inScope })}</span>
        </div>
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
        {goal}
      </div>
      <div className="min-w-0 py-0.5 max-lg:mt-4 max-lg:border-t max-lg:border-line max-lg:pt-4 lg:border-l lg:border-line lg:pl-6">
        {children}
      </div>
      {inShort && (
        <ol
          aria-label="In short"
          className="mt-4 grid gap-x-6 gap-y-1.5 border-t border-line pt-3 text-body/4.75 lg:col-span-3 lg:grid-cols-3"
        >
          {inShort.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
      )}
    </section>
  );
}
