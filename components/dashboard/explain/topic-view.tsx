import { CoverageMeter } from "@/components/marks/coverage-meter";
import { LinkArea } from "@/components/ui/link-area";
import { Table, Td, Th } from "@/components/ui/table";
import type { CriterionPart, StagePart, TopicExplanation } from "@/lib/core/dashboard/explain/explain-topic";
import type { StageRef } from "@/lib/core/marks/stage-ref";
import { nextStageWords } from "@/lib/core/words/models";
import { FormulaList } from "./formula-list";
import { OpenTable } from "./open-table";
import { ScoreHead } from "./score-head";
import { Section } from "./section";

type Props = Readonly<{ explanation: TopicExplanation; stages: readonly StageRef[] }>;

/** Why a topic has its level and stage, from its criteria up. */
export function TopicView({ explanation, stages }: Props) {
  const { topic, title, levels, stage, threshold, answered, inScope, formulas, open } = explanation;
  const low = levels.claimed ?? 1;
  return (
    <>
      <ScoreHead
        name={title}
        low={low}
        high={levels.upTo ?? low}
        verified={levels.verified ?? 1}
        stage={stage}
        stages={stages}
        answered={answered}
        inScope={inScope}
      >
        <p>{topic.prompt}</p>
        <p className="mt-1.5 text-note text-ink-2">
          {topic.gate ? "A gate: while it is below a stage, its pillar can’t reach that stage. " : ""}
          Weight {topic.weight} in its pillar. {topic.why}
        </p>
      </ScoreHead>
      <Section
        title="How the level is made"
        intro="1, and for each stage the product of its mean with those below it: a higher stage counts only as far as the stages below it hold."
      >
        <FormulaList formulas={formulas} />
      </Section>
      {explanation.stages.map((part) => (
        <StageSection key={part.stage.number} part={part} threshold={threshold} />
      ))}
      <Section
        id="open"
        title="What would raise it"
        intro={
          open.length === 0
            ? "Nothing is open: every criterion is met."
            : "The gain in level if this criterion alone were met."
        }
      >
        {open.length > 0 && (
          <OpenTable caption="Open criteria by gain" rows={open} limit={open.length} allHref="#open" />
        )}
      </Section>
    </>
  );
}

function StageSection({ part, threshold }: Readonly<{ part: StagePart; threshold: number }>) {
  const { stage, criteria, means, formula, borrowed, holds } = part;
  const verdict = nextStageWords(stage.name, means.claimed, threshold);
  return (
    <section
      aria-label={stage.name}
      className="min-w-0 rounded-md border border-line bg-raised px-4.5 py-4 max-sm:px-3.5 print:break-inside-avoid"
    >
      <h2 className="text-body/4.5 font-semibold">{stage.name}</h2>
      <p className="mt-0.5 text-note text-ink-2">
        {verdict}: {holds ? "it holds" : "it is short"}.
        {borrowed &&
          (criteria.length === 0
            ? " The topic has no criterion here: the mean is that of the next stage above."
            : " None of its criteria applies: the mean is that of the next stage above, or 1 if nothing applies there.")}
      </p>
      <CoverageMeter
        label={verdict}
        value={means.claimed}
        high={means.upTo}
        threshold={threshold}
        tone={holds ? stage.tone : "neutral"}
        className="mt-2 mb-3"
      />
      {criteria.length > 0 && <Criteria caption={`Criteria at ${stage.name}`} criteria={criteria} />}
      {formula && (
        <p className="mt-3 text-small text-ink-2">
          Claimed mean: <span className="font-mono text-note text-ink wrap-anywhere">{formula}</span>
        </p>
      )}
    </section>
  );
}

function Criteria({ caption, criteria }: Readonly<{ caption: string; criteria: readonly CriterionPart[] }>) {
  return (
    <LinkArea>
      <Table caption={caption}>
        <thead>
          <tr>
            <Th>Criterion</Th>
            <Th>Answer</Th>
            <Th numeric className="max-sm:hidden">
              Evidence
            </Th>
            <Th numeric className="max-sm:hidden">
              Weight
            </Th>
            <Th numeric className="max-sm:hidden">
              Claimed
            </Th>
            <Th numeric className="max-sm:hidden">
              Up to
            </Th>
            <Th numeric>Verified</Th>
          </tr>
        </thead>
        <tbody>
          {criteria.map(({ id, statement, answer, weight, values, evidence, href }) => (
            <tr key={id}>
              <Th scope="row" className="sm:min-w-56">
                <a href={href} className="hover:underline">
                  {statement}
                </a>
              </Th>
              <Td>{answer}</Td>
              <Td numeric className="max-sm:hidden">
                {evidence}
              </Td>
              <Td numeric className="max-sm:hidden">
                {weight}
              </Td>
              <Td numeric className="max-sm:hidden">
                {valueText(values.claimed)}
              </Td>
              <Td numeric className="max-sm:hidden">
                {valueText(values.upTo)}
              </Td>
              <Td numeric>{valueText(values.verified)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </LinkArea>
  );
}

/** A value in [0, 1], or what it means to have none. */
export function valueText(value: number | undefined): string {
  return value === undefined ? "left out" : value.toFixed(2);
}
