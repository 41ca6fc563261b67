"use client";

import { Card } from "@/components/ui/card";
import { formatCount, formatNumberOf } from "@/lib/core/words/format";
import { formatDays, groupUnplaced, whyWords } from "@/lib/core/words/roadmap";
import { InitiativeLink } from "./initiative-link";
import { useRoadmap } from "./roadmap-context";

/** Every initiative that isn't in the plan, by reason: none is dropped in silence. */
export function UnplacedList() {
  const { plan, titleOf, pillarTitle } = useRoadmap();
  const groups = groupUnplaced(plan.unplaced);
  if (groups.length === 0) return null;
  return (
    <Card
      title="Not in the plan"
      subtitle={`${formatNumberOf(plan.unplaced.length, "initiative")} with something to deliver, by what keeps ${plan.unplaced.length === 1 ? "it" : "them"} out.`}
    >
      <div className="grid">
        {groups.map(({ kind, heading, entries }) => (
          <details
            key={kind}
            data-print-open={kind === "not-needed" ? undefined : true}
            className="group border-t border-line"
          >
            <summary className="flex min-h-9 cursor-pointer items-center gap-2 text-note font-medium pointer-coarse:min-h-11">
              <span className="min-w-0 flex-1">{heading}</span>
              <span className="font-mono font-normal text-ink-2">{formatCount(entries.length)}</span>
            </summary>
            <ul className="grid gap-x-6 pb-2 lg:grid-cols-2">
              {entries.map(({ initiative, title, pillar, days, why }) => (
                <li key={initiative} className="border-t border-line py-1.5">
                  <InitiativeLink initiative={initiative}>{title}</InitiativeLink>
                  <p className="text-small text-ink-2">
                    {pillarTitle(pillar)} · {formatDays(days)}
                    {!SAID_BY_HEADING.has(kind) && ` · ${whyWords(why, titleOf)}`}
                  </p>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </div>
    </Card>
  );
}

const SAID_BY_HEADING = new Set<string>(["not-needed", "no-target", "met"]);
