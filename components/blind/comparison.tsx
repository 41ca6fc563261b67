"use client";

import { Fragment } from "react";
import { type Taken, useTakeAnswers } from "@/components/questions/use-take-answers";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Table, Td, Th } from "@/components/ui/table";
import { sameAnswer } from "@/lib/core/interview/take-over";
import type { Answer } from "@/lib/core/scoring/types";
import { answerBrief } from "@/lib/core/walk/answer-words";
import { formatNumberOf, formatPercent } from "@/lib/core/words/format";

type Agreement = Readonly<{ judged: number; agreed: number; kappa: number | null }>;
type Difference = Readonly<{
  criterion: string;
  statement: string;
  place: string;
  first: Answer | null;
  second: Answer | null;
  firstNote: string;
  secondNote: string;
  held: Answer | null;
  heldNote: string;
  base: number;
}>;

type Props = Readonly<{
  /** Route of the assessment. */
  api: string;
  first: string;
  second: string;
  agreement: Agreement;
  byPillar: readonly Readonly<{ title: string; agreement: Agreement }>[];
  pairs: readonly Difference[];
  /** Nothing can be settled here. */
  locked: boolean;
}>;

/** Both halves of a round: how far they agree, and what is to be talked about. */
export function Comparison({ api, first, second, agreement, byPillar, pairs, locked }: Props) {
  const agreed = pairs.filter((pair) => pair.first && pair.second && sameAnswer(pair.first, pair.second));
  const apart = pairs.filter(
    (pair) => (pair.first || pair.second) && !(pair.first && pair.second && sameAnswer(pair.first, pair.second)),
  );
  const untaken = agreed.filter(({ first: said, held }) => said && !(held && sameAnswer(said, held)));
  const { take, failure } = useTakeAnswers(api, "reconciled");
  const settle = (taken: readonly Taken[]) => take(taken, "into the assessment");
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <Card title="Agreement" subtitle={agreementWords(agreement)}>
        <Table caption="Agreement by pillar">
          <thead>
            <tr>
              <Th>Pillar</Th>
              <Th numeric>Judged</Th>
              <Th numeric>Same answer</Th>
              <Th numeric>Cohen's kappa</Th>
            </tr>
          </thead>
          <tbody>
            {[...byPillar, { title: "Together", agreement }].map((row) => (
              <tr key={row.title}>
                <Td>{row.title}</Td>
                <Td numeric>{row.agreement.judged}</Td>
                <Td numeric>
                  {row.agreement.judged === 0 ? "" : formatPercent(row.agreement.agreed / row.agreement.judged)}
                </Td>
                <Td numeric>{kappaWords(row.agreement.kappa)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
        <p className="mt-2 text-small text-ink-2">
          Kappa counts how much more often the two agree than chance would have it: 1 is always, 0 is no more than
          chance. It compares met, partly, not met, unknown and not applicable; nothing said is a sixth. Partly is one
          answer there, whatever its share; below, another share is another answer.
        </p>
      </Card>
      {failure && <Notice tone="danger" title={failure} live />}
      <Card
        title="To be talked about"
        subtitle={`${formatNumberOf(apart.length, "criterion", "criteria")} answered apart. Choose one; the assessment takes it, and its history says that it was agreed.`}
      >
        {apart.length === 0 ? (
          <p className="text-ink-2">Nothing: where both answered, they say the same.</p>
        ) : (
          <Table caption="Answered apart">
            <thead>
              <tr>
                <Th className="max-sm:hidden">Criterion</Th>
                <Th>{first}</Th>
                <Th>{second}</Th>
                <Th>Assessment</Th>
              </tr>
            </thead>
            <tbody>
              {apart.map((pair) => (
                <Fragment key={pair.criterion}>
                  <tr className="sm:hidden">
                    <Td colSpan={3} className="border-b-0!">
                      <What pair={pair} />
                    </Td>
                  </tr>
                  <tr>
                    <Td className="min-w-64 max-sm:hidden">
                      <What pair={pair} />
                    </Td>
                    <Choice
                      pair={pair}
                      said={pair.first}
                      note={pair.firstNote}
                      who={first}
                      locked={locked}
                      onTake={settle}
                    />
                    <Choice
                      pair={pair}
                      said={pair.second}
                      note={pair.secondNote}
                      who={second}
                      locked={locked}
                      onTake={settle}
                    />
                    <Td>{answerBrief(pair.held)}</Td>
                  </tr>
                </Fragment>
              ))}
            </tbody>
          </Table>
        )}
      </Card>
      {agreed.length > 0 && (
        <Card
          title="Agreed"
          subtitle={`${formatNumberOf(agreed.length, "criterion", "criteria")} with the same answer; ${untaken.length === 0 ? "all of them stand in the assessment" : `${untaken.length} not in the assessment yet`}.`}
          actions={
            untaken.length > 0 &&
            !locked && (
              <Button
                size="small"
                onClick={() =>
                  void settle(
                    untaken.flatMap(({ first: said, firstNote, secondNote, ...pair }) => {
                      const notes = [
                        { who: first, note: firstNote },
                        { who: second, note: secondNote },
                      ];
                      return said ? [{ ...pair, said, notes }] : [];
                    }),
                  )
                }
              >
                Take over {untaken.length}
              </Button>
            )
          }
        >
          <ul className="columns-2 gap-8 text-note max-md:columns-1">
            {agreed.map((pair) => (
              <li
                key={pair.criterion}
                className="mb-2 grid break-inside-avoid grid-cols-[5rem_1fr] items-start gap-x-2"
              >
                <span>
                  <Badge>{answerBrief(pair.first)}</Badge>
                </span>
                {pair.statement}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}

function What({ pair }: Readonly<{ pair: Difference }>) {
  return (
    <>
      {pair.statement}
      <span className="block text-small text-ink-2">{pair.place}</span>
    </>
  );
}

function Choice({
  pair,
  said,
  note,
  who,
  locked,
  onTake,
}: Readonly<{
  pair: Difference;
  said: Answer | null;
  note: string;
  who: string;
  locked: boolean;
  onTake: (taken: readonly Taken[]) => Promise<boolean>;
}>) {
  const stands = said !== null && pair.held !== null && sameAnswer(said, pair.held);
  return (
    <Td>
      <span className="flex flex-wrap items-center gap-2">
        {said ? answerBrief(said) : <span className="text-ink-2">nothing said</span>}
        {said && !stands && !locked && (
          <Button
            size="small"
            aria-label={`Take what ${who} said: ${pair.statement}`}
            onClick={() => void onTake([{ ...pair, said, notes: [{ who, note }] }])}
          >
            Take
          </Button>
        )}
        {stands && <Badge tone="accent">taken</Badge>}
      </span>
      {note && <span className="block text-small text-ink-2">“{note}”</span>}
    </Td>
  );
}

function kappaWords(kappa: number | null): string {
  return kappa === null ? "not defined" : kappa.toFixed(2).replace("-", "−");
}

function agreementWords({ judged, agreed, kappa }: Agreement): string {
  if (judged === 0) return "Neither answered anything.";
  const share = `The same answer to ${agreed} of ${formatNumberOf(judged, "criterion", "criteria")} (${formatPercent(agreed / judged)})`;
  return kappa === null
    ? `${share}. Kappa isn't defined where both say one thing only.`
    : `${share}; Cohen's kappa ${kappaWords(kappa)}.`;
}
