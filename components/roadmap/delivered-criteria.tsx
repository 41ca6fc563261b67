"use client";

import type { Initiative } from "@/lib/core/content/types";
import type { Answer } from "@/lib/core/scoring/types";
import { formatCountOf, formatPercent } from "@/lib/core/words/format";
import { useRoadmap } from "./roadmap-context";

/** The criteria that an initiative makes met, under their stages, each with what is answered today. */
export function DeliveredCriteria({ initiative }: Readonly<{ initiative: Initiative }>) {
  const { data, base } = useRoadmap();
  const answers = new Map(data.answers);
  return (
    <div className="grid gap-2.5">
      {data.stages.map(({ id, title }) => {
        const delivered = initiative.delivers.flatMap((criterion) => {
          const words = data.criteria[criterion];
          return words?.stage === id ? [{ criterion, ...words }] : [];
        });
        if (delivered.length === 0) return null;
        return (
          <div key={id}>
            <h4 className="text-small text-ink-2">{title}</h4>
            <ul>
              {delivered.map(({ criterion, statement, topic, topicTitle }) => (
                <li
                  key={criterion}
                  className="grid grid-cols-[1fr_auto] gap-x-3 border-b border-line py-1.5 last:border-b-0"
                >
                  <span className="text-note">{statement}</span>
                  <span className="text-right text-small text-ink-2">{answerWords(answers.get(criterion))}</span>
                  <a href={`${base}/walk/${topic.split(".").join("/")}`} className="link w-fit text-small text-ink-2">
                    {topicTitle}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}

function answerWords(answer: Answer | undefined): string {
  switch (answer?.status) {
    case "met":
      return "met";
    case "partly":
      return answer.count !== undefined && answer.population !== undefined
        ? formatCountOf({ count: answer.count, population: answer.population })
        : formatPercent(answer.coverage);
    case "not-met":
      return "not met";
    case "not-applicable":
      return "not applicable";
    default:
      return "not known yet";
  }
}
