"use client";

import { useState } from "react";
import { LevelBar } from "@/components/marks/level-bar";
import { LevelFigure } from "@/components/marks/level-figure";
import { LevelKey } from "@/components/marks/level-key";
import { LevelScale } from "@/components/marks/level-scale";
import { StageLabel } from "@/components/marks/stage-label";
import { ToggleGroup } from "@/components/ui/toggle-group";
import { stageRef, stageRefs } from "@/lib/core/marks/stage-ref";
import { scoreAssessment } from "@/lib/core/scoring/score";
import { formatCountOf } from "@/lib/core/words/format";
import { bandWords } from "@/lib/core/words/marks";
import {
  EXAMPLE,
  EXAMPLE_COUNT,
  EXAMPLE_EVIDENCE,
  EXAMPLE_MODEL,
  type ExampleAnswer,
  type ExampleCriterion,
  exampleAnswer,
} from "./example-topic";

type Answers = Readonly<Record<ExampleCriterion, ExampleAnswer>>;

const FIRST: Answers = { "two-factors": "partly", "no-legacy": "met", resistant: "unknown" };

const OPTIONS = [
  { value: "met", label: "Met" },
  { value: "partly", label: "Partly" },
  { value: "not-met", label: "Not met" },
  { value: "unknown", label: "Unknown" },
] as const;

/** One topic to answer on the spot, scored by the product's own scoring. */
export function TryTopic() {
  const [answers, setAnswers] = useState(FIRST);
  const [before, setBefore] = useState<number>();
  const score = scoreOf(answers);
  if (!score) return null;
  const stage = stageRef(EXAMPLE.stages, score.stage);

  function answer(criterion: ExampleCriterion, value: ExampleAnswer) {
    setBefore(score?.low);
    setAnswers({ ...answers, [criterion]: value });
  }

  return (
    <section aria-labelledby="try-title" className="rounded-md border border-line bg-raised">
      <div className="px-4.5 pt-4">
        <h3 id="try-title" className="text-body/4.5 font-semibold">
          Try it: {EXAMPLE.title}
        </h3>
        <p className="mt-0.5 text-note text-ink-2">One topic of the pillar Identity, shortened. Nothing is kept.</p>
      </div>
      <ul className="mt-3">
        {EXAMPLE.criteria.map((criterion) => (
          <li
            key={criterion.id}
            className="grid items-center gap-x-5 gap-y-2 border-t border-line px-4.5 py-2.5 xl:grid-cols-[1fr_auto]"
          >
            <div>
              <p>{criterion.statement}</p>
              <p className="text-small text-ink-2">{detail(criterion, answers[criterion.id])}</p>
            </div>
            <ToggleGroup
              layout="answer"
              label={criterion.statement}
              options={OPTIONS}
              value={answers[criterion.id]}
              onChange={(value) => answer(criterion.id, value)}
            />
          </li>
        ))}
      </ul>
      <div className="border-t border-line px-4.5 pt-3 pb-4" aria-live="polite">
        <div className="flex flex-wrap items-center justify-between gap-x-4">
          <LevelFigure level={score.low} size="small">
            {bandWords({ ...score, answered: answered(answers), inScope: EXAMPLE.criteria.length })}
          </LevelFigure>
          <StageLabel stage={stage} />
        </div>
        <LevelBar
          name={EXAMPLE.title}
          tone={stage.tone}
          {...score}
          stages={3}
          target={2.7}
          before={before}
          thickness={18}
          className="mt-1"
        />
        <LevelScale stages={stageRefs(EXAMPLE.stages)} />
        <LevelKey low={score.low} high={score.high} verified={score.verified} target={2.7} className="mt-3" />
      </div>
    </section>
  );
}

function scoreOf(answers: Answers) {
  const claims = {
    answers: new Map(EXAMPLE.criteria.map(({ id }) => [id, exampleAnswer(answers[id])])),
    evidence: EXAMPLE_EVIDENCE,
    profile: {},
    asOf: "2026-11-26",
  };
  return scoreAssessment(EXAMPLE_MODEL, claims).overall;
}

function answered(answers: Answers): number {
  return Object.values(answers).filter((value) => value !== "unknown").length;
}

function detail({ stage, scan }: (typeof EXAMPLE.criteria)[number], answer: ExampleAnswer): string {
  const name = EXAMPLE.stages.find((candidate) => candidate.id === stage)?.title ?? stage;
  const claim = answer === "partly" ? `claimed for ${formatCountOf({ ...EXAMPLE_COUNT, unit: "accounts" })}` : null;
  return [name, claim, scan].filter(Boolean).join(" · ");
}
