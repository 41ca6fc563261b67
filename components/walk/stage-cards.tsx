"use client";

import { clsx } from "clsx";
import { memo } from "react";
import { CoverageMeter } from "@/components/marks/coverage-meter";
import { StageMark } from "@/components/marks/stage-mark";
import { TEXT } from "@/components/marks/tones";
import { Kbd } from "@/components/ui/kbd";
import { type StageRef, stageRefs } from "@/lib/core/marks/stage-ref";
import { reaches } from "@/lib/core/scoring/evaluate";
import type { StageMean, TopicScore } from "@/lib/core/scoring/types";
import type { OutlineTopic, TopicText } from "@/lib/core/walk/outline";
import { nextStageWords } from "@/lib/core/words/models";
import { formatShare } from "@/lib/core/words/shares";
import { pick } from "./store/answer-actions";
import { useWalk } from "./walk-context";

type Props = Readonly<{ topic: OutlineTopic; text: TopicText; score: TopicScore | undefined; readOnly: boolean }>;

/** The stages side by side: each is a button that fills the topic up to it. "Now here" follows the computed stage. */
export const StageCards = memo(function StageCards({ topic, text, score, readOnly }: Props) {
  const store = useWalk();
  const { stages, threshold } = store.data.outline;
  return (
    <ul
      aria-label="Stages"
      className={clsx(
        "grid gap-1.5 sm:gap-2.5",
        stages.length > 3 ? "sm:grid-cols-2 2xl:grid-cols-4" : "sm:grid-cols-3",
      )}
    >
      {stageRefs(stages).map((stage, index) => {
        const id = stages[index]?.id ?? "";
        const mean = score?.means.find((one) => one.stage === id);
        const own = topic.criteria.some((criterion) => criterion.stage === id);
        const inside = (
          <Inside
            stage={stage}
            description={text.stages[id] ?? ""}
            here={score?.stage === id}
            foot={
              <Foot
                stage={stage}
                mean={mean}
                first={index === 0}
                own={own}
                counts={score !== undefined}
                threshold={threshold}
              />
            }
            shortcut={readOnly ? null : String(index + 1)}
          />
        );
        return (
          <li key={id} className="grid">
            {readOnly ? (
              <div className={CARD}>{inside}</div>
            ) : (
              <button
                type="button"
                aria-keyshortcuts={String(index + 1)}
                className={clsx(CARD, "hover:border-ink")}
                onClick={() => pick(store, index + 1)}
              >
                {inside}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
});

const CARD =
  "rounded-[5px] border border-control bg-raised text-left max-sm:flex max-sm:min-h-14 max-sm:items-center max-sm:gap-2.5 max-sm:px-3 max-sm:py-1.5 sm:flex sm:flex-col sm:px-3 sm:pt-2.5 sm:pb-2";

type InsideProps = Readonly<{
  stage: StageRef;
  description: string;
  here: boolean;
  foot: React.ReactNode;
  shortcut: string | null;
}>;

function Inside({ stage, description, here, foot, shortcut }: InsideProps) {
  const short = /^.*?[.!?](?=\s|$)/.exec(description)?.[0] ?? description;
  return (
    <>
      <StageMark stage={stage} decorative className="sm:hidden" />
      <span className="min-w-0 flex-1 sm:flex-none">
        <span className="flex items-center gap-1.5 text-body font-semibold 2xl:gap-2">
          <StageMark stage={stage} decorative className="max-sm:hidden" />
          {stage.name}
          {here && (
            <span
              className={clsx(
                "rounded-[3px] border border-current px-1 text-small/3.5 font-medium whitespace-nowrap max-sm:hidden 2xl:px-1.25",
                TEXT[stage.tone],
              )}
            >
              now here
            </span>
          )}
          {shortcut && (
            <span className="ml-auto max-sm:hidden">
              <Kbd>{shortcut}</Kbd>
            </span>
          )}
        </span>
        <span className="mt-1.25 mb-2 block text-note text-ink-2 max-sm:hidden">{description}</span>
        <span className="line-clamp-2 text-note/4 text-ink-2 sm:hidden">{short}</span>
      </span>
      <span className="flex flex-none flex-wrap items-center justify-end gap-x-1 text-small text-ink-2 max-sm:max-w-28 max-sm:font-mono sm:mt-auto sm:w-full">
        {here && <span className="sm:hidden">now here{stage.number > 1 && " ·"}</span>}
        {foot}
      </span>
    </>
  );
}

type FootProps = Readonly<{
  stage: StageRef;
  mean: StageMean | undefined;
  first: boolean;
  own: boolean;
  counts: boolean;
  threshold: number;
}>;

function Foot({ stage, mean, first, own, counts, threshold }: FootProps) {
  if (first) return <span className="w-full max-sm:sr-only">where everyone starts</span>;
  if (!counts || !mean) return <span className="w-full">not counted</span>;
  if (!own) return <span className="w-full">no criteria of its own</span>;
  return (
    <>
      <span className="min-w-0 flex-1 max-sm:hidden">
        <CoverageMeter
          label={nextStageWords(stage.name, mean.low, threshold)}
          value={mean.low}
          high={mean.high}
          threshold={threshold}
          tone={stage.tone}
        />
      </span>
      <span className="pl-1 font-mono max-sm:pl-0" aria-hidden>
        {formatShare(mean.low, threshold)}
        <span className="sm:hidden">{reaches(mean.low, threshold) ? "" : `, needs ${threshold.toFixed(2)}`}</span>
      </span>
    </>
  );
}
