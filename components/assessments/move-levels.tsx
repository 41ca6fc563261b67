import { StageLabel } from "@/components/marks/stage-label";
import { StageMark } from "@/components/marks/stage-mark";
import { Table, Td, Th } from "@/components/ui/table";
import { type NamedStage, stageRef } from "@/lib/core/marks/stage-ref";
import type { AssessmentScore, Score } from "@/lib/core/scoring/types";
import { formatBand, formatGain, formatLevel } from "@/lib/core/words/format";

type Side = Readonly<{ score: AssessmentScore; stages: readonly NamedStage[]; name: string }>;
type Props = Readonly<{ before: Side; after: Side; pillars: readonly Readonly<{ id: string; title: string }>[] }>;

/** The same answers scored by two versions: overall and by pillar. */
export function MoveLevels({ before, after, pillars }: Props) {
  const rows = [
    { id: "overall", title: "Overall", was: before.score.overall, now: after.score.overall },
    ...pillars.map(({ id, title }) => ({
      id,
      title,
      was: before.score.pillars.find((pillar) => pillar.id === id) ?? null,
      now: after.score.pillars.find((pillar) => pillar.id === id) ?? null,
    })),
  ];
  return (
    <Table caption={`Levels by ${before.name} and by ${after.name}`}>
      <thead>
        <tr>
          <Th>
            <span className="sr-only">Pillar</span>
          </Th>
          <Th numeric>{before.name}</Th>
          <Th className="max-sm:hidden">Stage</Th>
          <Th numeric>{after.name}</Th>
          <Th className="max-sm:hidden">Stage</Th>
          <Th numeric>Change</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, title, was, now }) => (
          <tr key={id}>
            <th scope="row" className="text-left font-medium">
              {title}
            </th>
            <Level score={was} stages={before.stages} />
            <Level score={now} stages={after.stages} />
            <Td numeric>{was && now ? formatGain(now.low - was.low) : ""}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** On a phone there is room for the low level with its stage as a mark. */
function Level({ score, stages }: Readonly<{ score: Score | null; stages: readonly NamedStage[] }>) {
  const stage = score && stageRef(stages, score.stage);
  return (
    <>
      <Td numeric className="sm:whitespace-nowrap">
        <span className="max-sm:hidden">{score ? formatBand(score) : "none"}</span>
        <span className="inline-flex items-center gap-1.5 sm:hidden">
          {score ? formatLevel(score.low) : "none"}
          {stage && <StageMark stage={stage} size={13} />}
        </span>
      </Td>
      <Td className="max-sm:hidden">{stage && <StageLabel stage={stage} size="small" />}</Td>
    </>
  );
}
