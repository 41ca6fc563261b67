"use client";

import { useRouter } from "next/navigation";
import { HandIn } from "@/components/questions/hand-in";
import { QuestionList } from "@/components/questions/question-list";
import { SaidBar } from "@/components/questions/said-bar";
import type { SaidPlace } from "@/components/questions/said-store";
import { useSaid } from "@/components/questions/use-said";
import type { AskedTopic } from "@/lib/core/said/asked-topics";
import type { Said } from "@/lib/core/said/said";
import { unfinished } from "@/lib/core/said/saying";

type Props = Readonly<{
  /** Route of the round. */
  api: string;
  /** Under which the device keeps what isn't sent. */
  keep: SaidPlace;
  topics: readonly AskedTopic[];
  said: Readonly<Record<string, Said>>;
}>;

/** One's own half of a blind round. */
export function BlindAnswers({ api, keep, topics, said }: Props) {
  const router = useRouter();
  const answers = useSaid({ to: `${api}/answers`, keep, stored: said, locked: false });
  const open = unfinished(answers.saying);
  const criteria = topics.flatMap((topic) => topic.criteria);
  const answered = criteria.filter(({ id }) => answers.said[id]?.answer).length;

  return (
    <div className="grid max-w-3xl gap-6">
      <p className="text-ink-2">
        Answer by yourself: nobody sees what you say before both of you have handed in, and what the assessment holds
        isn't shown here.
      </p>
      <SaidBar answered={answered} asked={criteria.length} saving={answers.saving} unfinished={open} locked={false} />
      <QuestionList topics={topics} answers={answers} keeping={keep.keeping} locked={false} />
      <HandIn
        to={`${api}/finish`}
        answered={answered}
        asked={criteria.length}
        saving={answers.saving}
        unfinished={open}
        afterwards="They can't be changed afterwards."
        onDone={router.refresh}
      />
    </div>
  );
}
