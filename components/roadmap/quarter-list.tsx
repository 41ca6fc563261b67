"use client";

import { clsx } from "clsx";
import { StageMark } from "@/components/marks/stage-mark";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import type { PlanItem } from "@/lib/core/planning/types";
import { formatCount, formatLevel } from "@/lib/core/words/format";
import { formatDays, planItemWords, STATE_WORDS, spanWords } from "@/lib/core/words/roadmap";
import { useRoadmap } from "./roadmap-context";

/** The plan on a phone: what starts in each quarter, and the level at its end. */
export function QuarterList({ className }: Readonly<{ className?: string }>) {
  const { plan } = useRoadmap();
  const first = plan.quarters[0]?.start ?? "";
  const last = plan.quarters.at(-1)?.end ?? "";
  const before = plan.items.filter(({ start }) => start === null || start < first);
  const after = plan.items.filter(({ start }) => start !== null && start > last);
  return (
    <Card title="Quarter by quarter" className={className}>
      <Aside id="quarters-before" title="Begun before" items={before} />
      {plan.quarters.map(({ label, start, used, capacity, levels }) => {
        const items = plan.items.filter(({ startQuarter }) => startQuarter === label);
        return (
          <section key={start} aria-labelledby={`quarter-${start}`} className="pt-3">
            <div className="flex items-baseline justify-between gap-3 pb-1">
              <h3 id={`quarter-${start}`} className="text-note font-semibold">
                {label}
              </h3>
              <p className={clsx("text-small", used > capacity + 1e-6 ? "text-danger" : "text-ink-2")}>
                {formatCount(Math.round(used))} of {formatCount(capacity)} d
                {levels?.overall && (
                  <>
                    {" · level "}
                    <span className="font-mono text-ink">{formatLevel(levels.overall.level)}</span>
                  </>
                )}
              </p>
            </div>
            {items.length === 0 ? (
              <p className="border-t border-line py-2 text-small text-ink-2">Nothing new starts.</p>
            ) : (
              <Items items={items} />
            )}
          </section>
        );
      })}
      <Aside id="quarters-after" title="Begins later" items={after} />
    </Card>
  );
}

/** What starts outside of the plan's quarters, because people said so. */
function Aside({ id, title, items }: Readonly<{ id: string; title: string; items: readonly PlanItem[] }>) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby={id} className="pt-1">
      <h3 id={id} className="pb-1 text-note font-semibold">
        {title}
      </h3>
      <Items items={items} />
    </section>
  );
}

function Items({ items }: Readonly<{ items: readonly PlanItem[] }>) {
  const { stage, open, hrefOf, pillarTitle } = useRoadmap();
  return (
    <ol>
      {items.map((item) => (
        <li key={item.initiative} className="border-t border-line">
          <a
            href={hrefOf(item.initiative)}
            aria-label={planItemWords(item, stage(item.stage).name)}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              open(item.initiative);
            }}
            className="flex min-h-11 items-start gap-2.5 py-2"
          >
            <StageMark stage={stage(item.stage)} decorative className="mt-1" />
            <span className="min-w-0 flex-1">
              <span className="block text-body">{item.title}</span>
              <span className="flex flex-wrap items-center gap-x-1.5 text-small text-ink-2">
                {(item.late || item.tooEarlyFor.length > 0) && (
                  <Icon name="warning" size={12} className="text-danger" />
                )}
                {[
                  pillarTitle(item.pillar),
                  item.state === "open" ? "" : STATE_WORDS[item.state].toLowerCase(),
                  spanWords(item),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </span>
            <span className="font-mono text-note">{formatDays(item.days)}</span>
          </a>
        </li>
      ))}
    </ol>
  );
}
