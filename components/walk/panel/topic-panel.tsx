"use client";

import { Suspense } from "react";
import { formatCountOf, formatNames } from "@/lib/core/words/format";
import { lazily } from "../lazily";
import { useValueBeside, useWalk, useWalkBeside } from "../walk-context";
import { AssignedPart } from "./assigned-part";
import { Part } from "./part";

const TopicDecisions = lazily(() => import("./topic-decisions").then((module) => module.TopicDecisions));

/** What there is to know of a topic as a whole. */
export function TopicPanel() {
  const store = useWalk();
  const { texts } = useWalkBeside("texts", "topic");
  const { topic } = store.place();
  const text = texts.get(topic.id);
  const answered = useValueBeside(() => topic.criteria.filter(({ id }) => store.answers().has(id)).length);
  return (
    <>
      <Part title="Answered">
        <p className="text-body/4.75">
          {formatCountOf({ count: answered, population: topic.criteria.length, unit: "criteria" })}
        </p>
      </Part>
      <AssignedPart />
      {text && (
        <>
          <Part title="Why it matters">
            <p className="text-body/4.75">{text.why}</p>
          </Part>
          <Part title="Who usually knows">
            <p className="text-body/4.75">{formatNames(text.asks)}</p>
          </Part>
        </>
      )}
      <Suspense>
        <TopicDecisions />
      </Suspense>
    </>
  );
}
