"use client";

import { memo } from "react";
import { StageMark } from "@/components/marks/stage-mark";
import { stageRef } from "@/lib/core/marks/stage-ref";
import { type Place, topicPath } from "@/lib/core/walk/outline";
import { formatLevel } from "@/lib/core/words/format";
import { nameTeller } from "../name-teller";
import { go, setView } from "../store/move-actions";
import { useTimeTelling, useWalk, useWalkState, useWalkValue } from "../walk-context";
import { TableRow } from "./table-row";
import { useGroupRows } from "./use-group-rows";

type Props = Readonly<{
  place: Place;
  /** Whether Tab reaches its first row, because no row has the focus. */
  stopsFirst: boolean;
}>;

/** One topic's rows under its name. The browser leaves out drawing it while it is out of view. */
export const TableGroup = memo(function TableGroup({ place: { pillar, topic }, stopsFirst }: Props) {
  const store = useWalk();
  const rows = useGroupRows(topic);
  const { texts, names } = useWalkState("texts", "names");
  const times = useTimeTelling();
  const score = useWalkValue(() => store.topicScore(topic.id));
  const { stages } = store.data.outline;
  if (rows.length === 0) return null;
  const nameOf = namesOf(names, store.data.me.id);
  const text = texts.get(topic.id);
  return (
    <div
      role="rowgroup"
      aria-label={`${pillar.title}: ${topic.title}`}
      className="[contain-intrinsic-block-size:auto_220px] [content-visibility:auto]"
    >
      <div role="row" className="flex items-center gap-2 border-b border-line-strong px-1.5 pt-3.5 pb-1 text-note">
        <span role="rowheader" className="flex min-w-0 flex-1 items-center gap-2">
          {topic.gate && <span className="h-4 w-0.75 flex-none bg-ink" />}
          {score && <StageMark stage={stageRef(stages, score.stage)} size={12} />}
          <a
            href={`${store.home}/${topicPath(topic.id)}`}
            tabIndex={-1}
            className="min-w-0 truncate py-1 font-semibold hover:text-accent"
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              go(store, topic.id);
              setView(store, "topic");
            }}
          >
            {topic.title}
            {topic.gate && <span className="font-normal text-ink-2"> · gate</span>}
          </a>
          <span className="ml-auto text-small whitespace-nowrap text-ink-2">
            {pillar.title}
            {score && <span className="ml-2 font-mono text-ink">{formatLevel(score.low)}</span>}
          </span>
        </span>
      </div>
      {rows.map((row, index) => (
        <TableRow
          key={row.id}
          row={row}
          text={text?.criteria.find(({ id }) => id === row.id)}
          stage={stages.find(({ id }) => id === row.stage)?.title ?? row.stage}
          first={rows[index - 1]?.stage !== row.stage}
          stop={row.focused || (stopsFirst && index === 0)}
          nameOf={nameOf}
          times={times}
        />
      ))}
    </div>
  );
});

type Names = Readonly<Record<string, string>>;
const tellers = new WeakMap<Names, ReturnType<typeof nameTeller>>();

/** The same function for the same names, so that rows are not drawn anew. */
function namesOf(names: Names, me: string): ReturnType<typeof nameTeller> {
  const known = tellers.get(names) ?? nameTeller(names, me);
  tellers.set(names, known);
  return known;
}
