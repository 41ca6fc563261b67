import { CoverageMeter } from "@/components/marks/coverage-meter";
import { LinkArea } from "@/components/ui/link-area";
import type { NextStageView, PillarExplanation } from "@/lib/core/dashboard/explain/explain-pillar";
import { otherStagesWords } from "@/lib/core/dashboard/stage-words";
import type { StageRef } from "@/lib/core/marks/stage-ref";
import { formatCount, formatLevel, formatNames, formatNumberOf, formatPercent } from "@/lib/core/words/format";
import { formatSharePercent } from "@/lib/core/words/shares";
import { FormulaList } from "./formula-list";
import { GateList } from "./gate-list";
import { OpenTable } from "./open-table";
import { PartsTable } from "./parts-table";
import { ScoreHead } from "./score-head";
import { Section } from "./section";

type Props = Readonly<{ explanation: PillarExplanation; stages: readonly StageRef[]; limit: number; allHref: string }>;

/** Why a pillar has its level and stage. */
export function PillarView({ explanation, stages, limit, allHref }: Props) {
  const { row, summary, parts, formulas, next, gates, open, leftOut, since } = explanation;
  const last = row.last !== undefined && since ? { level: row.last, day: since } : undefined;
  return (
    <>
      <ScoreHead {...row} last={last} stages={stages}>
        <p>{row.reason}</p>
        {row.target !== undefined && row.targetReason && (
          <p className="mt-1.5">
            Target {formatLevel(row.target)}: {row.targetReason}
          </p>
        )}
        <p className="mt-1.5 text-note text-ink-2">
          {summary} {otherStagesWords(row, row)}
        </p>
      </ScoreHead>
      {next && <NextStage next={next} />}
      <Section title="How the level is made" intro="The mean of its topics’ levels, by weight.">
        <PartsTable caption="Topics and their weights" of="Topic" parts={parts} />
        <div className="mt-4">
          <FormulaList formulas={formulas} />
        </div>
        {leftOut.length > 0 && (
          <p className="mt-3 text-note text-ink-2">Left out, because nothing of it applies: {formatNames(leftOut)}.</p>
        )}
      </Section>
      {gates.length > 0 && (
        <Section
          id="gates"
          title="Gates that are short"
          intro="The gain is in overall level, if all that is open were met."
        >
          <LinkArea>
            <GateList gates={gates} />
          </LinkArea>
        </Section>
      )}
      <Section
        id="open"
        title="What would raise it most"
        intro={
          open.length === 0
            ? "Nothing is open."
            : "The gain in level if this criterion alone were met, by the real scoring."
        }
      >
        {open.length > 0 && <OpenTable caption="Open criteria by gain" rows={open} limit={limit} allHref={allHref} />}
      </Section>
    </>
  );
}

/** What the next stage asks for: every gate, and the share of the weight. */
function NextStage({ next }: Readonly<{ next: NextStageView }>) {
  const share = `${formatSharePercent(next.share, next.needed)} of the weight, ${formatPercent(next.needed)} needed`;
  return (
    <Section
      title={`What ${next.stage} asks for`}
      intro={`Every gate at ${next.stage}, and topics of ${formatPercent(next.needed)} of the weight.`}
    >
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
        <div>
          <dt className="text-small text-ink-2">Gates that are short</dt>
          <dd>{next.gates.length === 0 ? "None: every gate holds." : formatNames(next.gates)}</dd>
        </div>
        <div>
          <dt className="text-small text-ink-2">Topics at {next.stage}</dt>
          <dd>
            {formatCount(next.topicsReached)} of {formatNumberOf(next.topicsCounting, "topic")}: {share}.{" "}
            {next.topicsShort > 0 ? `At least ${formatNumberOf(next.topicsShort, "topic")} more.` : "That is enough."}
            <CoverageMeter label={share} value={next.share} threshold={next.needed} tone="neutral" className="mt-1.5" />
          </dd>
        </div>
      </dl>
    </Section>
  );
}
