"use client";

import { type ComponentProps, type ReactNode, Suspense, useState } from "react";
import { lazily } from "../lazily";
import { useWalk, useWalkBeside } from "../walk-context";
import { BeginButton } from "./begin-button";
import { Part } from "./part";

const FindingPart = lazily(() => import("./finding-part").then((module) => module.FindingPart));
const QuestionPart = lazily(() => import("./question-part").then((module) => module.QuestionPart));
const ExceptionPart = lazily(() => import("./exception-part").then((module) => module.ExceptionPart));

/** What others hold of an answer. Where there is nothing yet, only the way to begin; the rest is fetched with the first press. */
export function ReviewParts({ criterion, readOnly }: Readonly<{ criterion: string; readOnly: boolean }>) {
  const { rights } = useWalk().data;
  const { findings, questions, exceptions, standing } = useWalkBeside(
    "findings",
    "questions",
    "exceptions",
    "standing",
  );
  const open = standing.state !== "approved";
  const found = (findings.get(criterion) ?? []).length > 0;
  const asked = (questions.get(criterion) ?? []).length > 0;
  return (
    <>
      <Begins title="Findings" of="finding" may={rights.find && open} holds={found}>
        {(begun) => <FindingPart criterion={criterion} begun={begun} />}
      </Begins>
      <Begins title="Questions" of="question" may={rights.ask && open} holds={asked}>
        {(begun) => <QuestionPart criterion={criterion} readOnly={readOnly} begun={begun} />}
      </Begins>
      <Begins title="Exception" of="exception" may={rights.propose && open} holds={exceptions.has(criterion)}>
        {(begun) => <ExceptionPart criterion={criterion} begun={begun} />}
      </Begins>
    </>
  );
}

type Props = Readonly<{
  title: string;
  of: ComponentProps<typeof BeginButton>["of"];
  may: boolean;
  /** Whether there is something to show. */
  holds: boolean;
  children: (begun: boolean) => ReactNode;
}>;

function Begins({ title, of, may, holds, children }: Props) {
  const [begun, setBegun] = useState(false);
  const begin = (
    <Part title={title}>
      <BeginButton of={of} busy={begun} onClick={() => setBegun(true)} />
    </Part>
  );
  if (holds || begun) return <Suspense fallback={begun && begin}>{children(begun)}</Suspense>;
  return may ? begin : null;
}
