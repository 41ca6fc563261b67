import { CoverageMeter } from "@/components/marks/coverage-meter";
import { StageMark } from "@/components/marks/stage-mark";
import { TEXT } from "@/components/marks/tones";
import { Icon } from "@/components/ui/icon";
import type { TopicView } from "@/lib/core/models/describe-model";
import { formatBand, formatLevel } from "@/lib/core/words/format";
import { activitiesWords, missingActivityWords, missingWords, nextStageWords } from "@/lib/core/words/models";
import { ContributionList } from "./contribution-list";

/**
 * One topic of a model: stage, level with its band, the next stage's meter, and how many criteria stand before it. They are listed where the
 * address says so, because the lists are most of a page.
 */
export function ModelTopicRow({ topic, threshold }: Readonly<{ topic: TopicView; threshold: number }>) {
  const { id, title, prompt, gate, stage, low, high, verified, next, before, open, missing, href, activities } = topic;
  return (
    <li id={id} className="scroll-mt-4 border-t border-line py-2.5">
      <div className="grid grid-cols-[13px_minmax(0,1.6fr)_minmax(0,1fr)_7.5rem] items-start gap-x-3 gap-y-1.5 max-sm:grid-cols-[13px_1fr_auto]">
        <StageMark stage={stage} className="mt-1" />
        <div className="min-w-0">
          <h3 className="font-medium">
            {title} <span className="text-small font-normal text-ink-2">{id}</span>
            {gate && <span className="text-small font-normal text-ink-2"> · gate</span>}
          </h3>
          <p className="text-note text-ink-2">{prompt}</p>
          {activities && <p className="text-note">{activitiesWords(activities)}</p>}
        </div>
        <div className="min-w-0 max-sm:order-1 max-sm:col-span-2 max-sm:col-start-2">
          {next ? (
            <>
              <CoverageMeter
                label={nextStageWords(next.stage.name, next.low, threshold)}
                value={next.low}
                high={next.high}
                threshold={threshold}
                tone={next.stage.tone}
              />
              <p className="text-small text-ink-2">{nextStageWords(next.stage.name, next.low, threshold)}</p>
            </>
          ) : (
            <p className="text-small text-ink-2">The highest stage is reached.</p>
          )}
        </div>
        <div className="text-right">
          <span className="font-mono whitespace-nowrap">{formatBand({ low, high })}</span>
          <span className={`block text-small font-medium ${TEXT[stage.tone]}`}>{stage.name}</span>
          <span className="block text-small text-ink-2">verified {formatLevel(verified)}</span>
        </div>
      </div>
      {open > 0 && (
        <div className="mt-1 ml-6.5 max-sm:ml-0">
          <a
            href={href}
            aria-expanded={missing.length > 0}
            className="inline-flex min-h-6 items-center gap-1.5 text-note text-ink-2 hover:text-ink"
          >
            <Icon name={missing.length > 0 ? "chevron-down" : "chevron-right"} size={13} />
            {activities && activities.missingForTarget.length > 0
              ? missingActivityWords(open)
              : missingWords(before, open)}
            <span className="sr-only">: {title}</span>
          </a>
          {missing.map((part) => (
            <div key={part.title} className="mt-1.5">
              <h4 className="text-small font-semibold">{part.title}</h4>
              <ContributionList rows={part.criteria} />
            </div>
          ))}
        </div>
      )}
    </li>
  );
}
