"use client";

import { clsx } from "clsx";
import { ChartFrame } from "@/components/charts/chart-frame";
import { ChartTips } from "@/components/charts/chart-tips";
import { Icon } from "@/components/ui/icon";
import { LinkArea } from "@/components/ui/link-area";
import { Table, Td, Th } from "@/components/ui/table";
import type { Cell, TacticView } from "@/lib/core/models/describe-coverage";
import { formatCountOf } from "@/lib/core/words/format";
import { STATE_WORDS } from "@/lib/core/words/models";
import { StateKey } from "./state-key";
import { StateMark } from "./state-mark";

type Props = Readonly<{ id: string; title: string; sentence: string; tactics: readonly TacticView[] }>;

/**
 * Techniques under their tactics, each with its mark; on a phone a row per tactic that opens. A client component because
 * of its size, as the heatmap is one.
 */
export function AttackMatrix({ id, title, sentence, tactics }: Props) {
  return (
    <ChartFrame id={id} title={title} sentence={sentence} table={<TechniqueTable caption={title} tactics={tactics} />}>
      <LinkArea>
        <ChartTips
          arrows="grid"
          className="grid grid-cols-2 items-start gap-x-3.5 gap-y-5 max-sm:hidden lg:grid-cols-3 xl:grid-cols-5 xl:gap-x-3"
        >
          {tactics.map((tactic) => (
            <div key={tactic.id} className="min-w-0">
              <h3 className="mb-1.5 border-b border-line-strong pb-1 text-note font-semibold">
                {tactic.title}
                <span className="block text-small font-normal text-ink-2">{touchedWords(tactic)}</span>
              </h3>
              <Cells cells={tactic.cells} className="heat-cell" />
            </div>
          ))}
        </ChartTips>
        <div className="border-b border-line sm:hidden">
          {tactics.map((tactic) => (
            <details key={tactic.id} className="group/row border-t border-line">
              <summary className="grid min-h-13 list-none grid-cols-[1fr_auto] items-center gap-x-2.5 py-2 [&::-webkit-details-marker]:hidden">
                <span className="font-semibold">{tactic.title}</span>
                <Icon name="chevron-down" size={14} className="text-ink-2 group-open/row:rotate-180" />
                <span className="flex flex-wrap items-center gap-x-3 text-note text-ink-2">
                  {COUNTED.filter((state) => tactic[state] > 0).map((state) => (
                    <span key={state} className="flex items-center gap-1">
                      {tactic[state]} <StateMark state={state} />
                    </span>
                  ))}
                  <span>{touchedWords(tactic)}</span>
                </span>
              </summary>
              <Cells cells={tactic.cells} className="heat-row" />
            </details>
          ))}
        </div>
      </LinkArea>
      <div className="mt-4">
        <StateKey
          states={[...COUNTED, ...(["not-applicable", "out-of-scope"] as const).filter((state) => has(tactics, state))]}
        />
      </div>
    </ChartFrame>
  );
}

const COUNTED = ["mitigated", "partly", "open", "unknown"] as const;

function has(tactics: readonly TacticView[], state: Cell["state"]): boolean {
  return tactics.some(({ cells }) => cells.some((cell) => cell.state === state));
}

function touchedWords({ cells, total }: TacticView): string {
  return `${formatCountOf({ count: cells.length, population: total })} addressed`;
}

const LOOKS: Readonly<Partial<Record<Cell["state"], string>>> = { mitigated: "bg-sunk", open: "bg-danger-soft" };

function Cells({ cells, className }: Readonly<{ cells: readonly Cell[]; className: "heat-cell" | "heat-row" }>) {
  if (cells.length === 0) return <p className="py-1.5 text-note text-ink-2">No criterion speaks of these.</p>;
  return (
    <ul className="pb-1">
      {cells.map((cell) => (
        <li key={cell.id} className="-mt-px">
          <a href={cell.href} aria-label={cell.words} data-tip className={clsx(className, LOOKS[cell.state])}>
            <StateMark state={cell.state} decorative />
            <span className={clsx("heat-name", cell.sub && "pl-2 text-ink-2")}>{cell.sub ?? cell.title}</span>
            {cell.state === "unknown" && <span className="heat-unknown" />}
          </a>
        </li>
      ))}
    </ul>
  );
}

function TechniqueTable({ caption, tactics }: Readonly<{ caption: string; tactics: readonly TacticView[] }>) {
  return (
    <LinkArea>
      <Table caption={caption}>
        <thead>
          <tr>
            <Th>Tactic</Th>
            <Th>Technique</Th>
            <Th>State</Th>
            <Th numeric>Criteria met</Th>
          </tr>
        </thead>
        <tbody>
          {tactics.flatMap((tactic) =>
            tactic.cells.map((cell) => (
              <tr key={`${tactic.id} ${cell.id}`}>
                <Td>{tactic.title}</Td>
                <Th scope="row">
                  <a href={cell.href} className="link">
                    {cell.id} {cell.title}
                  </a>
                </Th>
                <Td>{STATE_WORDS[cell.state]}</Td>
                <Td numeric>{formatCountOf({ count: cell.met, population: cell.criteria })}</Td>
              </tr>
            )),
          )}
        </tbody>
      </Table>
    </LinkArea>
  );
}
