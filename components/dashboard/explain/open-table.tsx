import { LinkArea } from "@/components/ui/link-area";
import { ShowAll } from "@/components/ui/show-all";
import { Table, Td, Th } from "@/components/ui/table";
import type { OpenRow } from "@/lib/core/dashboard/explain/open-rows";
import { GAIN_DIGITS } from "@/lib/core/dashboard/hold-back";
import { formatGain } from "@/lib/core/words/format";

type Row = OpenRow & Readonly<{ gainHere?: number }>;
type Props = Readonly<{
  caption: string;
  rows: readonly Row[];
  /** Shown at first; the address of all of them. */
  limit: number;
  allHref: string;
  /** Heading of the gain in what is explained, for principles and drivers. */
  here?: string;
}>;

/** Open criteria with their exact gains, each a way to its explanation and into the walk. On a phone the explanation has what is left out. */
export function OpenTable({ caption, rows, limit, allHref, here }: Props) {
  const shown = rows.slice(0, limit);
  return (
    <LinkArea>
      <Table caption={caption}>
        <thead>
          <tr>
            <Th>Criterion</Th>
            <Th className="max-sm:hidden">Now</Th>
            {here && <Th numeric>{here}</Th>}
            <Th numeric className="max-lg:hidden">
              Topic
            </Th>
            <Th numeric className="max-sm:hidden">
              Pillar
            </Th>
            <Th numeric>Overall</Th>
            <Th className="max-sm:hidden">
              <span className="sr-only">Answer it</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.id}>
              <Th scope="row" className="sm:min-w-56">
                <a href={row.href} className="hover:underline">
                  {row.statement}
                </a>
                <span className="block text-small font-normal text-ink-2">
                  {row.pillar}, {row.gate ? "gate " : ""}
                  {row.topic} · {row.stage}
                  {row.opens && `. ${row.opens}`}
                </span>
              </Th>
              <Td className="whitespace-nowrap max-sm:hidden">{row.unknown ? "not known" : row.value.toFixed(2)}</Td>
              {here && <Td numeric>{formatGain(row.gainHere ?? 0, GAIN_DIGITS)}</Td>}
              <Td numeric className="max-lg:hidden">
                {formatGain(row.gain.topic, GAIN_DIGITS)}
              </Td>
              <Td numeric className="max-sm:hidden">
                {formatGain(row.gain.pillar, GAIN_DIGITS)}
              </Td>
              <Td numeric>{formatGain(row.gain.overall, GAIN_DIGITS)}</Td>
              <Td className="max-sm:hidden">
                <a href={row.walkHref} className="link" aria-label={`Answer: ${row.statement}`}>
                  Answer
                </a>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {shown.some(({ gain }) => gain.topic === 0) && (
        <p className="mt-2 text-small text-ink-2">
          What gains {formatGain(0, GAIN_DIGITS)} in its topic counts once something of each stage below it holds.
        </p>
      )}
      <ShowAll shown={shown.length} all={rows.length} href={allHref} />
    </LinkArea>
  );
}
