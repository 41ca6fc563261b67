import { Card } from "@/components/ui/card";
import { Table, Td, Th } from "@/components/ui/table";
import { capitalise, formatCount, formatLevel } from "@/lib/core/words/format";

type Group = Readonly<{
  quarter: string;
  industry: string;
  size: string;
  controllers: number;
  lowerQuartile: number;
  median: number;
  upperQuartile: number;
}>;

/** What organizations that agreed to it look like together. */
export function BenchmarkCard({ groups }: Readonly<{ groups: readonly Group[] }>) {
  const [first] = groups;
  return (
    <Card
      title="Benchmark"
      subtitle={`Released for ${first?.quarter.replace("-", " ")}; anonymous, from organizations that agreed to it, are here for 90 days and know four fifths of their criteria. A group is shown from ten independent owners on; organizations of one owner count as one.`}
    >
      <Table caption="Levels by industry and size">
        <thead>
          <tr>
            <Th>Industry</Th>
            <Th>People</Th>
            <Th numeric>Owners</Th>
            <Th numeric>Lower quarter</Th>
            <Th numeric>Median level</Th>
            <Th numeric>Upper quarter</Th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={`${group.industry}/${group.size}`}>
              <Td>{group.industry ? capitalise(group.industry) : "All"}</Td>
              <Td>{group.size || "any number"}</Td>
              <Td numeric>{formatCount(group.controllers)}</Td>
              <Td numeric>{formatLevel(group.lowerQuartile)}</Td>
              <Td numeric>{formatLevel(group.median)}</Td>
              <Td numeric>{formatLevel(group.upperQuartile)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
