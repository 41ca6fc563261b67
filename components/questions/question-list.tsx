"use client";

import type { AskedTopic } from "@/lib/core/said/asked-topics";
import type { Said } from "@/lib/core/said/said";
import type { Answer } from "@/lib/core/scoring/types";
import { FactQuestion } from "./fact-question";

type Props = Readonly<{
  topics: readonly AskedTopic[];
  said: Readonly<Record<string, Said>>;
  /** Handed in: only shown. */
  locked: boolean;
  onSay: (criterion: string, answer: Answer | null, note: string) => void;
}>;

/** Topics one after the other on one page, each with its facts. */
export function QuestionList({ topics, said, locked, onSay }: Props) {
  return topics.map((topic) => (
    <section key={topic.id} aria-labelledby={topic.id} className="grid gap-3">
      <div className="grid gap-1">
        <h2 id={topic.id} className="text-lg font-semibold">
          {topic.prompt}
        </h2>
        <p className="text-ink-2">{topic.why}</p>
      </div>
      <ol className="rounded-md border border-line bg-raised">
        {topic.criteria.map((criterion) => (
          <FactQuestion
            key={criterion.id}
            criterion={criterion}
            said={said[criterion.id]}
            locked={locked}
            onSay={(answer, note) => onSay(criterion.id, answer, note)}
          />
        ))}
      </ol>
    </section>
  ));
}
