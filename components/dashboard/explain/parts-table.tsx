import { StageLabel } from "@/components/marks/stage-label";
import { StageMark } from "@/components/marks/stage-mark";
import { LinkArea } from "@/components/ui/link-area";
import { Table, Td, Th } from "@/components/ui/table";
import type { WeightedPart } from "@/lib/core/dashboard/explain/weighted-parts";
import type { StageRef } from "@/lib/core/marks/stage-ref";
import { formatLevel, formatPercent } from "@/lib/core/words/format";

type Props = Readonly<{ caption: string; of: string; parts: readonly WeightedPart[] }>;

/** The parts of a weighted mean with their weights; what is left out has no level and no share. */
export function PartsTable({ caption, of, parts }: Props) {
  const counted = parts.filter(({ levels }) => levels.claimed !== undefined);
  const weight = counted.reduce((sum, part) => sum + part.weight, 0);
  const staged = parts.some(({ stage }) => stage);
  return (
    <LinkArea>
      <Table caption={caption}>
        <thead>
          <tr>
            <Th>{of}</Th>
            {staged && <Th>Stage</Th>}
            <Th numeric className="max-sm:hidden">
              Weight
            </Th>
            <Th numeric className="max-sm:hidden">
              Share
            </Th>
            <Th numeric>Claimed</Th>
            <Th numeric className="max-sm:hidden">
              Up to
            </Th>
            <Th numeric>Verified</Th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.id}>
              <Th scope="row">
                <a href={part.href} className="link">
                  {part.name}
                </a>
                {part.gate && <span className="font-normal text-ink-2"> · gate</span>}
              </Th>
              {staged && <Td>{part.stage ? <Stage stage={part.stage} /> : "left out"}</Td>}
              <Td numeric className="max-sm:hidden">
                {part.weight}
              </Td>
              <Td numeric className="max-sm:hidden">
                {part.levels.claimed === undefined ? "" : formatPercent(part.weight / weight)}
              </Td>
              <Td numeric>{level(part.levels.claimed)}</Td>
              <Td numeric className="max-sm:hidden">
                {level(part.levels.upTo)}
              </Td>
              <Td numeric>{level(part.levels.verified)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </LinkArea>
  );
}

/** With its name where there is room. */
function Stage({ stage }: Readonly<{ stage: StageRef }>) {
  return (
    <>
      <StageLabel stage={stage} size="small" className="max-sm:hidden" />
      <StageMark stage={stage} className="sm:hidden" />
    </>
  );
}

function level(value: number | undefined): string {
  return value === undefined ? "left out" : formatLevel(value);
}
