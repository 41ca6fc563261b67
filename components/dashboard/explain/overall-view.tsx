import { LinkArea } from "@/components/ui/link-area";
import type { OverallExplanation } from "@/lib/core/dashboard/explain/explain-overall";
import { otherStagesWords } from "@/lib/core/dashboard/stage-words";
import type { StageRef } from "@/lib/core/marks/stage-ref";
import { formatNumberOf } from "@/lib/core/words/format";
import { FormulaList } from "./formula-list";
import { GateList } from "./gate-list";
import { OpenTable } from "./open-table";
import { PartsTable } from "./parts-table";
import { ScoreHead } from "./score-head";
import { Section } from "./section";

type Props = Readonly<{ explanation: OverallExplanation; stages: readonly StageRef[]; limit: number; allHref: string }>;

/** Why the whole has its level and stage. */
export function OverallView({ explanation, stages, limit, allHref }: Props) {
  const { overall, answered, inScope, parts, formulas, gates, open } = explanation;
  return (
    <>
      <ScoreHead name="Level" {...overall} stages={stages} answered={answered} inScope={inScope}>
        <p>{overall.reason}</p>
        <p className="mt-1.5 text-note text-ink-2">
          The stage is that of the lowest pillar, because an attacker takes the weakest way in.{" "}
          {otherStagesWords(overall, { answered, inScope })}
        </p>
      </ScoreHead>
      <Section title="How the level is made" intro="The mean of the pillars’ levels, by weight.">
        <PartsTable caption="Pillars and their weights" of="Pillar" parts={parts} />
        <div className="mt-4">
          <FormulaList formulas={formulas} />
        </div>
      </Section>
      {gates.length > 0 && (
        <Section
          id="gates"
          title="Gates that are short"
          intro={`${formatNumberOf(gates.length, "gating topic")} below the next stage of ${gates.length === 1 ? "its pillar" : "their pillars"}; those of the lowest pillars first. The gain is that of meeting all that is open up to that stage.`}
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
            : "The gain in level if this criterion alone were met, by the real scoring; gains don’t simply add up, because stages multiply."
        }
      >
        {open.length > 0 && <OpenTable caption="Open criteria by gain" rows={open} limit={limit} allHref={allHref} />}
      </Section>
    </>
  );
}
