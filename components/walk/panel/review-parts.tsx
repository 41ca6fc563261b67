"use client";

import { type ReactNode, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import type { IconName } from "@/components/ui/icon";
import { lazily } from "../lazily";
import { useWalk, useWalkBeside } from "../walk-context";
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
  return (
    <>
      <Begins
        title="Findings"
        label="Write a finding"
        icon="plus"
        may={rights.find && open}
        holds={(findings.get(criterion) ?? []).length > 0}
      >
        {(begun) => <FindingPart criterion={criterion} begun={begun} />}
      </Begins>
      <Begins
        title="Questions"
        label="Ask back"
        icon="comment"
        may={rights.ask && open}
        holds={(questions.get(criterion) ?? []).length > 0}
      >
        {(begun) => <QuestionPart criterion={criterion} readOnly={readOnly} begun={begun} />}
      </Begins>
      <Begins
        title="Exception"
        label="Propose an exception"
        icon="plus"
        may={rights.propose && open}
        holds={exceptions.has(criterion)}
      >
        {(begun) => <ExceptionPart criterion={criterion} begun={begun} />}
      </Begins>
    </>
  );
}

type Props = Readonly<{
  title: string;
  label: string;
  icon: IconName;
  may: boolean;
  /** Whether there is something to show. */
  holds: boolean;
  children: (begun: boolean) => ReactNode;
}>;

function Begins({ title, label, icon, may, holds, children }: Props) {
  const [begun, setBegun] = useState(false);
  const begin = (
    <Part title={title}>
      <Button size="small" variant="quiet" className="-ml-2" icon={icon} busy={begun} onClick={() => setBegun(true)}>
        {label}
      </Button>
    </Part>
  );
  if (holds || begun) return <Suspense fallback={begun && begin}>{children(begun)}</Suspense>;
  return may ? begin : null;
}
