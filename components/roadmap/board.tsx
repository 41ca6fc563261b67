"use client";

import { type DragEvent, useState } from "react";
import { StageMark } from "@/components/marks/stage-mark";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Menu } from "@/components/ui/menu";
import { ITEM_STATES } from "@/lib/core/planning/plan-view";
import type { ItemState } from "@/lib/core/planning/types";
import { formatCount } from "@/lib/core/words/format";
import { formatDays, STATE_WORDS, spanWords } from "@/lib/core/words/roadmap";
import { InitiativeLink } from "./initiative-link";
import { useRoadmap } from "./roadmap-context";
import { useDecide } from "./use-decide";

/** Open cards that are shown at first: more would push the other columns out of sight. */
const FIRST_OPEN = 12;

/** A card of the board: what the plan says of an initiative, or what it would take for one that was dropped. */
type BoardCard = Readonly<{
  initiative: string;
  title: string;
  pillar: string;
  stage: string | null;
  days: number;
  when: string;
  owner: string;
  troubled: boolean;
}>;

const EMPTY: Readonly<Record<ItemState, string>> = {
  open: "Nothing is waiting.",
  "in-progress": "Nothing has begun.",
  done: "Nothing is done yet.",
  dropped: "Nothing was dropped.",
};

/** The plan by state. A card moves by its menu, or by being dragged. */
export function Board() {
  const columns = useColumns();
  const { setState } = useDecide();
  const { mayWrite } = useRoadmap();
  const [over, setOver] = useState<ItemState | null>(null);
  const [all, setAll] = useState(false);

  function drop(event: DragEvent, state: ItemState): void {
    event.preventDefault();
    setOver(null);
    const initiative = event.dataTransfer.getData("text/plain");
    const from = ITEM_STATES.find((other) => columns[other].some((card) => card.initiative === initiative));
    if (from && from !== state) setState(initiative, state);
  }

  return (
    <div className="grid items-start gap-3 sm:grid-cols-2 xl:grid-cols-4">
      {ITEM_STATES.map((state) => (
        <section
          key={state}
          aria-labelledby={`board-${state}`}
          onDragOver={(event) => {
            if (!mayWrite) return;
            event.preventDefault();
            setOver(state);
          }}
          onDragLeave={() => setOver((now) => (now === state ? null : now))}
          onDrop={(event) => drop(event, state)}
          className={`rounded-md border bg-sunk p-2.5 ${over === state ? "border-ink" : "border-line"}`}
        >
          <h2 id={`board-${state}`} className="flex items-baseline justify-between px-1 pb-2 text-note font-semibold">
            {STATE_WORDS[state]}
            <span className="font-mono font-normal text-ink-2">{formatCount(columns[state].length)}</span>
          </h2>
          {columns[state].length === 0 && <p className="px-1 pb-1 text-small text-ink-2">{EMPTY[state]}</p>}
          <ul className="grid gap-2">
            {shown(columns[state], { state, all }).map((card) => (
              <CardRow key={card.initiative} card={card} state={state} />
            ))}
          </ul>
          {state === "open" && columns.open.length > FIRST_OPEN && (
            <Button size="small" variant="quiet" className="mt-2 w-full" onClick={() => setAll(!all)}>
              {all ? "Show those that start first" : `Show ${columns.open.length - FIRST_OPEN} that start later`}
            </Button>
          )}
        </section>
      ))}
    </div>
  );
}

function shown(
  cards: readonly BoardCard[],
  { state, all }: Readonly<{ state: ItemState; all: boolean }>,
): readonly BoardCard[] {
  return state === "open" && !all ? cards.slice(0, FIRST_OPEN) : cards;
}

function CardRow({ card, state }: Readonly<{ card: BoardCard; state: ItemState }>) {
  const { stage, pillarTitle, mayWrite } = useRoadmap();
  const { setState } = useDecide();
  return (
    <li
      draggable={mayWrite}
      onDragStart={(event) => event.dataTransfer.setData("text/plain", card.initiative)}
      className="rounded border border-line bg-raised px-3 py-2.5"
    >
      <div className="flex items-start gap-2">
        {card.stage && <StageMark stage={stage(card.stage)} className="mt-0.5" />}
        <InitiativeLink initiative={card.initiative} className="flex-1 no-underline hover:underline">
          {card.title}
        </InitiativeLink>
        {mayWrite && (
          <Menu
            trigger={
              <Button size="small" variant="quiet" aria-label={`Move: ${card.title}`} className="-my-1 -mr-1.5">
                <Icon name="more" />
              </Button>
            }
            entries={[
              { kind: "heading", label: "Move to" },
              ...ITEM_STATES.filter((other) => other !== state).map((other) => ({
                kind: "action" as const,
                label: STATE_WORDS[other],
                run: () => setState(card.initiative, other),
              })),
            ]}
          />
        )}
      </div>
      <p className="mt-1 text-small text-ink-2">
        {pillarTitle(card.pillar)} · {formatDays(card.days)}
        {card.when && ` · ${card.when}`}
      </p>
      <p className="flex items-center gap-1.5 text-small text-ink-2">
        {card.owner}
        {card.troubled && <Icon name="warning" size={12} label="late or too early" className="text-danger" />}
      </p>
    </li>
  );
}

function useColumns(): Readonly<Record<ItemState, readonly BoardCard[]>> {
  const { plan, data, store } = useRoadmap();
  const columns: Record<ItemState, BoardCard[]> = { open: [], "in-progress": [], done: [], dropped: [] };
  for (const item of plan.items) {
    columns[item.state].push({
      ...item,
      when: spanWords(item),
      troubled: item.late || item.tooEarlyFor.length > 0,
    });
  }
  for (const { initiative, title, pillar, days, why } of plan.unplaced) {
    if (why.kind !== "dropped") continue;
    const owner = store.item(initiative).owner || data.initiatives.find(({ id }) => id === initiative)?.owner || "";
    columns.dropped.push({ initiative, title, pillar, stage: null, days, when: "", owner, troubled: false });
  }
  return columns;
}
