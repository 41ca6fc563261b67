import { Icon } from "@/components/ui/icon";
import { LinkArea } from "@/components/ui/link-area";
import { Table, Td, Th } from "@/components/ui/table";
import type { Cell, GroupView } from "@/lib/core/models/describe-coverage";
import { formatCountOf } from "@/lib/core/words/format";
import { STATE_WORDS } from "@/lib/core/words/models";
import { StateBar } from "./state-bar";
import { StateMark } from "./state-mark";

type Props = Readonly<{
  groups: readonly GroupView[];
  /** What a row is called: "Control". */
  of: string;
  many: string;
  /** The group that stands open, because something in it was picked. */
  open?: string;
}>;

/** A framework group by group: how much of it is touched, how that stands, and control by control. */
export function CoverageGroups({ groups, of, many, open }: Props) {
  return (
    <LinkArea>
      <ul className="border-b border-line">
        {groups.map((group) => (
          <li key={group.id} className="border-t border-line">
            <details className="group/part" open={group.id === open} data-print-open>
              <summary className="grid min-h-11 list-none grid-cols-[14px_minmax(0,1.4fr)_minmax(0,1fr)_7.5rem] items-center gap-x-3 py-2 max-sm:grid-cols-[14px_1fr_auto] [&::-webkit-details-marker]:hidden">
                <Icon name="chevron-right" size={14} className="text-ink-2 group-open/part:rotate-90" />
                <span className="min-w-0 font-medium">
                  {group.title} <span className="text-small font-normal text-ink-2">{group.id}</span>
                </span>
                <span className="max-sm:order-1 max-sm:col-span-2 max-sm:col-start-2">
                  <StateBar
                    label={group.sentence}
                    total={group.total}
                    met={group.met}
                    partly={group.partly}
                    open={group.notMet}
                    unknown={group.unknown}
                  />
                </span>
                <span className="text-right text-note text-ink-2">
                  {formatCountOf({ count: group.touched, population: group.total })} touched
                </span>
              </summary>
              <div className="pb-4 pl-6.5 max-sm:pl-0">
                <p className="mb-2 text-note text-ink-2">
                  {group.touched > 0 ? group.sentence : `No criterion contributes to these ${many}.`}
                </p>
                {group.cells.length > 0 && (
                  <ControlTable caption={`${group.title} (${group.id})`} of={of} cells={group.cells} />
                )}
                {group.untouched.length > 0 && (
                  <p className="mt-2 text-small break-words text-ink-2">Not touched: {group.untouched.join(", ")}.</p>
                )}
              </div>
            </details>
          </li>
        ))}
      </ul>
    </LinkArea>
  );
}

function ControlTable({ caption, of, cells }: Readonly<{ caption: string; of: string; cells: readonly Cell[] }>) {
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <Th>{of}</Th>
          <Th>State</Th>
          <Th numeric>Criteria met</Th>
        </tr>
      </thead>
      <tbody>
        {cells.map((cell) => (
          <tr key={cell.id}>
            <Th scope="row">
              <a href={cell.href} className="link">
                {cell.id}
              </a>{" "}
              <span className="font-normal">{cell.title}</span>
              {cell.level && <span className="font-normal text-ink-2"> · {cell.level}</span>}
            </Th>
            <Td className="whitespace-nowrap">
              <span className="flex items-center gap-1.5">
                <StateMark state={cell.state} decorative />
                {STATE_WORDS[cell.state]}
              </span>
            </Td>
            <Td numeric className="whitespace-nowrap">
              {formatCountOf({ count: cell.met, population: cell.criteria })}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
