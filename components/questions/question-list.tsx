"use client";

import type { Keeping } from "@/lib/core/device/keeping";
import type { AskedTopic } from "@/lib/core/said/asked-topics";
import { FactQuestion } from "./fact-question";
import type { useSaid } from "./use-said";

type Props = Readonly<{
  topics: readonly AskedTopic[];
  answers: ReturnType<typeof useSaid>;
  keeping: Keeping;
  /** Handed in: only shown. */
  locked: boolean;
}>;

/** Topics one after the other on one page, each with its facts. */
export function QuestionList({ topics, answers, keeping, locked }: Props) {
  const { store, said, saying } = answers;
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
            store={store}
            said={said[criterion.id]}
            typed={saying.typed[criterion.id]}
            replaced={saying.replaced[criterion.id]}
            keeping={keeping}
            locked={locked}
          />
        ))}
      </ol>
    </section>
  ));
}
