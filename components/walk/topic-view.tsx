"use client";

import { Suspense, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Loading, Skeleton } from "@/components/ui/skeleton";
import { stageRef } from "@/lib/core/marks/stage-ref";
import type { Place, TopicText } from "@/lib/core/walk/outline";
import { isInScope } from "@/lib/core/walk/outline";
import { AssignedLine } from "./assigned-line";
import { lazily } from "./lazily";
import { StageCards } from "./stage-cards";
import { StageGroup } from "./stage-group";
import { loadTexts } from "./store/load-texts";
import { shownCriteria } from "./store/move-actions";
import { StripLine } from "./strip";
import { TopicReason } from "./topic-reason";
import { useWalk, useWalkState, useWalkValue } from "./walk-context";

const FilterLine = lazily(() => import("./filter-line").then((module) => module.FilterLine));
const OutOfScope = lazily(() => import("./out-of-scope").then((module) => module.OutOfScope));

/** One topic: the question, its stages as buttons, its criteria by stage. */
export function TopicView() {
  const store = useWalk();
  const state = useWalkState("topic", "texts", "missing", "filters");
  const place = store.place();
  const text = state.texts.get(place.topic.id);
  return (
    <main className="min-w-0 px-7 pt-4 pb-6 max-sm:px-3.5 max-sm:pt-2.5">
      <div className="max-w-240">
        <AssignedLine topic={place.topic.id} />
        {state.filters.ids.length > 0 && (
          <Suspense>
            <FilterLine />
          </Suspense>
        )}
        <Heading place={place} text={text} />
        {text ? (
          <Answers place={place} text={text} />
        ) : state.missing.has(place.pillar.id) ? (
          <Notice
            tone="danger"
            title="The words of this topic could not be fetched."
            className="mt-4"
            action={
              <Button size="small" onClick={() => void loadTexts(store, place.pillar.id)}>
                Try again
              </Button>
            }
          >
            Your answers are kept. They can be seen as soon as there is a connection.
          </Notice>
        ) : (
          <Waiting rows={place.topic.criteria.length} stages={store.data.outline.stages.length} />
        )}
      </div>
    </main>
  );
}

function Heading({ place: { pillar, topic }, text }: Readonly<{ place: Place; text: TopicText | undefined }>) {
  const { wish } = useWalkState("wish");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (wish?.part === "heading") heading.current?.focus({ preventScroll: true });
  }, [wish]);
  useEffect(() => {
    document.title = `${topic.title} · Plumbline`;
  }, [topic.title]);
  const about = [
    topic.title,
    topic.gate && `gate of ${pillar.title}`,
    ...topic.principles.map((principle) => principle.replaceAll("-", " ")),
  ].filter(Boolean);
  return (
    <>
      <p className="text-small text-ink-2">{about.join(" · ")}</p>
      <h2
        ref={heading}
        id="question"
        tabIndex={-1}
        className="mt-0.5 mb-1 text-question font-semibold tracking-[-0.2px] outline-none max-sm:text-[1.1875rem]/6.25"
      >
        {text?.prompt ?? topic.title}
      </h2>
      {text && <p className="mb-3.5 max-w-[68ch] text-body/5.25 text-ink-2 max-sm:hidden">{text.why}</p>}
    </>
  );
}

function Answers({ place, text }: Readonly<{ place: Place; text: TopicText }>) {
  const store = useWalk();
  const { shown: fitting } = useWalkState("shown");
  const { topic } = place;
  const { outline, profile } = store.data;
  const score = useWalkValue(() => store.topicScore(topic.id));
  const readOnly = useWalkValue(() => store.readOnly(topic.id));
  const [entered, setEntered] = useState({ topic: topic.id, at: store.get().focused });
  if (entered.topic !== topic.id) setEntered({ topic: topic.id, at: store.get().focused });
  const shown = new Set(shownCriteria(store, fitting));
  const hidden = topic.criteria.length - shown.size;
  return (
    <>
      {!isInScope(topic, profile) && (
        <Suspense>
          <OutOfScope topic={topic} />
        </Suspense>
      )}
      {readOnly && <Notice title={readOnly} className="mb-2.5" />}
      <StageCards topic={topic} text={text} score={score} readOnly={readOnly !== null} />
      <StripLine />
      <TopicReason />
      {outline.stages.slice(1).map(({ id }) => {
        const criteria = text.criteria.filter(
          (criterion) => shown.has(criterion.id) && topic.criteria.find((one) => one.id === criterion.id)?.stage === id,
        );
        if (criteria.length === 0) return null;
        return (
          <StageGroup
            key={id}
            stage={stageRef(outline.stages, id)}
            description={text.stages[id] ?? ""}
            mean={score?.means.find((mean) => mean.stage === id)}
            criteria={criteria}
            entry={entered.at}
            readOnly={readOnly !== null}
          />
        );
      })}
      {hidden > 0 && (
        <p className="mt-3 text-note text-ink-2">
          {hidden} {hidden === 1 ? "criterion is" : "criteria are"} hidden by the filter.
        </p>
      )}
    </>
  );
}

function Waiting({ rows, stages }: Readonly<{ rows: number; stages: number }>) {
  return (
    <Loading label="Loading the topic">
      <div className="mt-6 grid grid-cols-3 gap-2.5">
        {Array.from({ length: stages }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
          <Skeleton key={index} className="h-30" />
        ))}
      </div>
      <div className="mt-8 grid gap-2">
        {Array.from({ length: rows }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
          <Skeleton key={index} className="h-14" />
        ))}
      </div>
    </Loading>
  );
}
