"use client";

import Link from "next/link";
import { StageMark } from "@/components/marks/stage-mark";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { formatDay, formatLevel } from "@/lib/core/words/format";
import { outlookSentence, targetWords } from "@/lib/core/words/roadmap";
import { useRoadmap } from "./roadmap-context";

/** Where the plan leads: for each pillar its level now and at the end, its target, and when that is reached. */
export function Targets() {
  const { plan, data, base, pillarTitle, stage } = useRoadmap();
  const last = plan.quarters.at(-1);
  return (
    <Card
      title={data.by ? `Targets, by ${formatDay(data.by)}` : "Targets"}
      subtitle={outlookSentence(plan, pillarTitle)}
      actions={
        <Link className="link print:hidden" href={`${base}/settings`}>
          Edit targets
        </Link>
      }
    >
      <ul className="grid grid-cols-2 gap-x-5 sm:grid-cols-3">
        {plan.now.pillars.map(({ pillar, level }) => {
          const target = plan.targets.find((other) => other.pillar === pillar);
          const end = last?.levels?.pillars.find((other) => other.pillar === pillar);
          const missed = target && (target.reached === "not-reached" || target.onTime === false);
          return (
            <li key={pillar} className="grid content-start gap-0.5 border-t border-line py-2">
              <span className="truncate text-note font-medium">{pillarTitle(pillar)}</span>
              <span className="flex items-center gap-1.5 font-mono text-note">
                {formatLevel(level)}
                {end && formatLevel(end.level) !== formatLevel(level) && (
                  <>
                    <span aria-hidden>→</span>
                    <span className="sr-only"> to </span>
                    <b className="font-medium">{formatLevel(end.level)}</b>
                  </>
                )}
                {end && <StageMark stage={stage(end.stage)} size={12} />}
              </span>
              <span className="flex items-start gap-1 text-small text-ink-2">
                {missed && <Icon name="warning" size={12} className="mt-0.5" />}
                <span>
                  {target
                    ? `Target ${formatLevel(target.target)}: ${targetWords(target)}${target.reached === "planned" && target.onTime === false ? ", late" : ""}`
                    : "No target"}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
