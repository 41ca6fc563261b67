"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { send } from "@/components/forms/send";
import { QuestionList } from "@/components/questions/question-list";
import { SaidBar } from "@/components/questions/said-bar";
import { type SaidPlace, useSaid } from "@/components/questions/use-said";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { AskedTopic } from "@/lib/core/said/asked-topics";
import type { Said } from "@/lib/core/said/said";
import { formatNumberOf } from "@/lib/core/words/format";

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
  const answers = useSaid(`${api}/answers`, keep, said);
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const criteria = topics.flatMap((topic) => topic.criteria);
  const answered = criteria.filter(({ id }) => answers.said[id]?.answer).length;

  async function handIn() {
    setAsking(false);
    const sent = await send(`${api}/finish`);
    if (!sent.ok) return setProblem(sent.problem.title);
    router.refresh();
  }

  return (
    <div className="grid max-w-3xl gap-6">
      <p className="text-ink-2">
        Answer by yourself: nobody sees what you say before both of you have handed in, and what the assessment holds
        isn't shown here.
      </p>
      {problem && <Notice tone="danger" title={problem} live />}
      <SaidBar answered={answered} asked={criteria.length} saving={answers.saving} locked={false} />
      <QuestionList topics={topics} said={answers.said} locked={false} onSay={answers.say} />
      <Button
        variant="primary"
        size="large"
        className="justify-self-start"
        disabled={answers.saving.state !== "saved" || answered === 0}
        onClick={() => setAsking(true)}
      >
        Hand in
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Hand your answers in?"
        closeLabel="Close"
        size="small"
        actions={
          <Button variant="primary" onClick={() => void handIn()}>
            Hand in
          </Button>
        }
      >
        <p>
          {answered} of {formatNumberOf(criteria.length, "question")} answered. They can't be changed afterwards.
        </p>
      </Dialog>
    </div>
  );
}
