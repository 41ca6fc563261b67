"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { send } from "@/components/forms/send";
import { useTakeAnswers } from "@/components/questions/use-take-answers";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Notice } from "@/components/ui/notice";
import { Table, Td, Th } from "@/components/ui/table";
import type { Comparison, Standing } from "@/lib/core/interview/take-over";
import { answerBrief } from "@/lib/core/walk/answer-words";
import { formatDay, formatNames, formatNumberOf } from "@/lib/core/words/format";

type Row = Readonly<{
  id: string;
  person: string;
  state: "waiting" | "opened" | "finished" | "ended";
  topics: readonly string[];
  asked: number;
  answered: number;
  expiresAt: string;
  comparison: readonly Comparison[];
}>;
type Props = Readonly<{
  api: string;
  interviews: readonly Row[];
  statements: Readonly<Record<string, string>>;
  /** Approved: nothing can be taken over. */
  locked: boolean;
}>;

const STATES: Readonly<Record<Row["state"], string>> = {
  waiting: "not opened yet",
  opened: "being answered",
  finished: "handed in",
  ended: "link ended",
};
const STANDINGS: Readonly<Record<Standing, string>> = { same: "same", new: "new", differs: "differs" };

/** Every link with what was said on it, held against the assessment; a tick takes it over. */
export function InterviewList({ interviews, ...rest }: Props) {
  return (
    <ul className="grid gap-4">
      {interviews.map((interview) => (
        <li key={interview.id}>
          <InterviewCard interview={interview} {...rest} />
        </li>
      ))}
    </ul>
  );
}

function InterviewCard({
  api,
  interview,
  statements,
  locked,
}: Omit<Props, "interviews"> & Readonly<{ interview: Row }>) {
  const router = useRouter();
  const open = interview.comparison.filter(({ standing }) => standing !== "same");
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { take, busy, failure, setFailure } = useTakeAnswers(api, "interview");
  const chosen = open.filter(({ criterion, standing }) => (standing === "new") !== left.has(criterion));
  const live = interview.state === "waiting" || interview.state === "opened";

  function toggle(criterion: string) {
    const next = new Set(left);
    if (!next.delete(criterion)) next.add(criterion);
    setLeft(next);
  }

  async function revoke() {
    const sent = await send(`${api}/interviews/${interview.id}`, undefined, "DELETE");
    setFailure(sent.ok ? null : sent.problem.title);
    router.refresh();
  }

  async function takeOver() {
    const { person: who } = interview;
    const sent = await take(
      chosen.map(({ note, ...one }) => ({ ...one, notes: [{ who, note }] })),
      `over from ${who}`,
    );
    if (sent) setLeft(new Set());
  }

  return (
    <Card
      title={interview.person}
      subtitle={`${formatNames(interview.topics)} · ${interview.answered} of ${formatNumberOf(interview.asked, "question")} answered · ${live ? "open" : "was open"} until ${formatDay(interview.expiresAt.slice(0, 10))}`}
      actions={
        <>
          <Badge tone={interview.state === "finished" ? "accent" : "plain"}>{STATES[interview.state]}</Badge>
          {live && (
            <Button size="small" onClick={() => void revoke()}>
              Take the link back
            </Button>
          )}
        </>
      }
    >
      {failure && <Notice tone="danger" title={failure} live className="mb-3" />}
      {interview.comparison.length > 0 && (
        <details open={open.length > 0 && interview.state === "finished"}>
          <summary className="min-h-6 w-fit cursor-pointer text-note text-ink-2">
            {open.length === 0
              ? "All of it stands in the assessment"
              : `${open.length} of ${formatNumberOf(interview.comparison.length, "answer")} not in the assessment`}
          </summary>
          <Table caption={`What ${interview.person} said, beside the assessment`} className="mt-2">
            <thead>
              <tr>
                <Th>
                  <span className="sr-only">Take over</span>
                </Th>
                <Th>Criterion</Th>
                <Th>Said</Th>
                <Th>Assessment</Th>
                <Th>
                  <span className="sr-only">Standing</span>
                </Th>
              </tr>
            </thead>
            <tbody>
              {interview.comparison.map(({ criterion, said, held, note, standing }) => (
                <tr key={criterion}>
                  <Td>
                    {standing !== "same" && !locked && (
                      <Checkbox
                        label={<span className="sr-only">Take over: {statements[criterion]}</span>}
                        checked={(standing === "new") !== left.has(criterion)}
                        onChange={() => toggle(criterion)}
                      />
                    )}
                  </Td>
                  <Td className="min-w-56">
                    {statements[criterion]}
                    {note && <span className="block text-small text-ink-2">“{note}”</span>}
                    {said.status === "not-applicable" && (
                      <span className="block text-small text-ink-2">{said.reason}</span>
                    )}
                  </Td>
                  <Td>{answerBrief(said)}</Td>
                  <Td>{answerBrief(held)}</Td>
                  <Td>
                    <Badge tone={standing === "differs" ? "strong" : "plain"}>{STANDINGS[standing]}</Badge>
                  </Td>
                </tr>
              ))}
            </tbody>
          </Table>
          {open.length > 0 && !locked && (
            <Button
              variant="primary"
              className="mt-3"
              busy={busy}
              disabled={chosen.length === 0}
              onClick={() => void takeOver()}
            >
              Take over {formatNumberOf(chosen.length, "answer")}
            </Button>
          )}
        </details>
      )}
    </Card>
  );
}
