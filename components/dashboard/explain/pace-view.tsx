import { Table, Td, Th } from "@/components/ui/table";
import type { PaceExplanation } from "@/lib/core/dashboard/explain/explain-pace";
import { formatDay, formatGain } from "@/lib/core/words/format";
import { Section } from "./section";

/** The points, the pace and the odds, so that they can be recomputed. */
export function PaceView({ explanation }: Readonly<{ explanation: PaceExplanation }>) {
  const { view, steps, formulas } = explanation;
  return (
    <>
      <Section title="What it is made of" intro={view.sentence}>
        <Table caption="Points of the pace">
          <thead>
            <tr>
              <Th>Date</Th>
              <Th className="max-sm:hidden">Snapshot</Th>
              <Th numeric>Level</Th>
              <Th numeric>Change</Th>
              <Th numeric>Years</Th>
            </tr>
          </thead>
          <tbody>
            {steps.map(({ day, name, level, gain, years }) => (
              <tr key={day}>
                <Th scope="row">{formatDay(day)}</Th>
                <Td className="max-sm:hidden">{name}</Td>
                <Td numeric>{level.toFixed(4)}</Td>
                <Td numeric>{gain === undefined ? "" : formatGain(gain, { decimals: 4 })}</Td>
                <Td numeric>{years?.toFixed(4) ?? ""}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Section>
      {formulas.length > 0 && (
        <Section
          title="How it is worked out"
          intro="The level is taken to go on as it has gone: steps that don’t depend on each other and stray in proportion to their length. The plan plays no part in it."
        >
          <dl className="grid gap-2 text-note">
            {formulas.map(({ name, text }) => (
              <div key={name}>
                <dt className="font-medium">{name}</dt>
                <dd className="font-mono text-small break-words">{text}</dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
    </>
  );
}
