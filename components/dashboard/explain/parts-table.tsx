import { StageLabel } from "@/components/marks/stage-label";
import { LinkArea } from "@/components/ui/link-area";
import { Table, Td, Th } from "@/components/ui/table";
import type { WeightedPart } from "@/lib/core/dashboard/explain/weighted-parts";
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
            <Th numeric>Weight</Th>
            <Th numeric>Share</Th>
            <Th numeric>Claimed</Th>
            <Th numeric>Up to</Th>
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
              {staged && <Td>{part.stage ? <StageLabel stage={part.stage} size="small" /> : "left out"}</Td>}
              <Td numeric>{part.weight}</Td>
              <Td numeric>{part.levels.claimed === undefined ? "" : formatPercent(part.weight / weight)}</Td>
              <Td numeric>{level(part.levels.claimed)}</Td>
              <Td numeric>{level(part.levels.upTo)}</Td>
              <Td numeric>{level(part.levels.verified)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </LinkArea>
  );
}

function level(value: number | undefined): string {
  return value === undefined ? "left out" : formatLevel(value);
}
