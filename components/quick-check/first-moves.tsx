import { Card } from "@/components/ui/card";
import { REFERENCE_SIZES } from "@/lib/core/planning/effort";
import type { FirstMove } from "@/lib/core/quick-check/first-moves";
import { formatCount, formatLevel } from "@/lib/core/words/format";
import { gainWords, personDays } from "@/lib/core/words/roadmap";

/** The work that brings most, one after the other. */
export function FirstMoves({ moves, from }: Readonly<{ moves: readonly FirstMove[]; from: number }>) {
  const last = moves.at(-1);
  return (
    <Card
      title={TITLES[moves.length]}
      heading="h2"
      className="print:break-inside-avoid"
      subtitle={
        last
          ? `What raises the level most on these topics, each on top of the one before: from ${formatLevel(from)} to ${formatLevel(last.level)}.`
          : undefined
      }
    >
      {last ? (
        <ol className="grid gap-3">
          {moves.map(({ initiative, gain }, index) => (
            <li
              key={initiative.id}
              className="grid grid-cols-[1.75rem_1fr_auto] gap-x-2 gap-y-0.5 border-t border-line pt-3 first:border-t-0 first:pt-0 print:break-inside-avoid"
            >
              <span className="font-mono font-semibold text-ink-2">{index + 1}</span>
              <span className="font-medium">{initiative.title}</span>
              <span className="font-mono">
                {gainWords(gain)}
                <span className="font-sans text-small font-normal text-ink-2"> overall</span>
              </span>
              <span className="col-span-2 col-start-2 max-w-[80ch] text-note text-ink-2">{initiative.outcome}</span>
              <span className="col-span-2 col-start-2 text-small text-ink-2">
                {personDays(initiative.days)} in an organization of {formatCount(REFERENCE_SIZES.people)} people
              </span>
            </li>
          ))}
        </ol>
      ) : (
        <p className="text-note text-ink-2">Nothing on these topics is open: the rest of the questionnaire is.</p>
      )}
    </Card>
  );
}

const TITLES = ["First moves", "The first move", "The first two moves", "The first three moves"];
