import type { TagExplanation } from "@/lib/core/dashboard/explain/explain-tag";
import type { StageRef } from "@/lib/core/marks/stage-ref";
import { formatNumberOf } from "@/lib/core/words/format";
import { FormulaList } from "./formula-list";
import { OpenTable } from "./open-table";
import { PartsTable } from "./parts-table";
import { ScoreHead } from "./score-head";
import { Section } from "./section";

type Props = Readonly<{ explanation: TagExplanation; stages: readonly StageRef[]; limit: number; allHref: string }>;

/** Where a principle's or driver's level comes from. */
export function TagView({ explanation, stages, limit, allHref }: Props) {
  const { datum, answered, inScope, parts, formulas, open, title, of } = explanation;
  return (
    <>
      <ScoreHead
        name={title}
        low={datum.low}
        high={datum.high}
        verified={datum.verified}
        stages={stages}
        answered={answered}
        inScope={inScope}
      >
        <p>
          The level of the {formatNumberOf(inScope, "criterion", "criteria")} that serve {title.toLowerCase()}, computed
          as the whole is: topics, then pillars, by weight.
        </p>
        <p className="mt-1.5 text-note text-ink-2">A {of} has a level and no stage, because gates belong to pillars.</p>
      </ScoreHead>
      <Section title="How the level is made" intro="The mean of the pillars’ levels over these criteria, by weight.">
        <PartsTable caption="Pillars, by these criteria" of="Pillar" parts={parts} />
        <div className="mt-4">
          <FormulaList formulas={formulas} />
        </div>
      </Section>
      <Section
        id="open"
        title="What would raise it most"
        intro={open.length === 0 ? "Nothing is open." : "The gain in level if this criterion alone were met."}
      >
        {open.length > 0 && (
          <OpenTable caption="Open criteria by gain" rows={open} limit={limit} allHref={allHref} here="Here" />
        )}
      </Section>
    </>
  );
}
