"use client";

import { clsx } from "clsx";
import type { MouseEvent } from "react";
import { StageMark } from "@/components/marks/stage-mark";
import { Progress } from "@/components/ui/progress";
import { ReadyLink } from "@/components/ui/ready-link";
import { stageRef } from "@/lib/core/marks/stage-ref";
import { answerNow } from "@/lib/core/walk/answering";
import { awaitsConfirmation } from "@/lib/core/walk/confirmation";
import { topicPath } from "@/lib/core/walk/outline";
import type { PillarRow, TopicRow } from "@/lib/core/walk/progress";
import { formatCountOf } from "@/lib/core/words/format";
import { Present } from "./present";
import { go } from "./store/move-actions";
import type { WalkStore } from "./store/walk-store";
import { useValueBeside, useWalk, useWalkBeside } from "./walk-context";

/** Pillars with their progress; of the current one its topics, those out of scope apart. */
export function TopicList({ onGo }: Readonly<{ onGo?: () => void }>) {
  const store = useWalk();
  const rows = useValueBeside(store.rows);
  // What is confirmed changes with the answering, but only from the second round on.
  useWalkBeside("topic", "shown", ...(store.get().standing.round > 1 ? (["answering"] as const) : []));
  return (
    <nav aria-label="Topics">
      <ul className="grid gap-2.5">
        {rows.map((row) => (
          <Pillar key={row.pillar.id} row={row} onGo={onGo} />
        ))}
      </ul>
    </nav>
  );
}

function Pillar({ row, onGo }: Readonly<{ row: PillarRow; onGo?: () => void }>) {
  const store = useWalk();
  const { topic, shown: fitting } = store.get();
  const answers = store.answers();
  const current = row.topics.some((one) => one.topic.id === topic);
  const counted = formatCountOf({ count: row.progress.answered, population: row.progress.inScope });
  const confirmed = confirmedWords(store, row);
  const shown = row.topics.filter(
    (one) => one.topic.id === topic || !fitting || one.topic.criteria.some(({ id }) => fitting.has(id)),
  );
  const start =
    row.topics.find((one) => one.inScope && one.topic.criteria.some(({ id }) => !answers.has(id))) ?? row.topics[0];
  const name = (
    <span className="flex justify-between gap-2 text-note">
      <span className="font-semibold">{row.pillar.title}</span>
      <span className="text-ink-2">{counted}</span>
    </span>
  );
  return (
    <li>
      {current || !start ? (
        <div className="pb-1">{name}</div>
      ) : (
        <Goes
          topic={start.topic.id}
          onGo={onGo}
          className="block rounded pb-1 hover:text-accent pointer-coarse:min-h-8"
        >
          {name}
        </Goes>
      )}
      <Progress
        label={`${row.pillar.title}: ${counted}`}
        value={row.progress.answered}
        max={Math.max(row.progress.inScope, 1)}
      />
      {confirmed && <p className="text-small text-ink-2">{confirmed}</p>}
      {current && <Topics rows={shown} onGo={onGo} />}
      {current && (
        <ReadyLink
          href={`${store.home.replace(/\/walk$/, "/review")}?pillar=${row.pillar.id}`}
          className="link mt-1.5 inline-flex min-h-6 items-center px-2 text-small"
        >
          Review of {row.pillar.title}
        </ReadyLink>
      )}
    </li>
  );
}

/** How many of the last round's answers are confirmed or changed; nothing in the first round. */
function confirmedWords({ get }: WalkStore, { topics }: PillarRow): string | null {
  const { answering, standing } = get();
  if (standing.round === 1) return null;
  const given = topics
    .filter(({ inScope }) => inScope)
    .flatMap(({ topic }) => topic.criteria.flatMap(({ id }) => (answerNow(answering, id) ? [id] : [])));
  if (given.length === 0) return null;
  const waiting = given.filter((id) => awaitsConfirmation(answering, id, standing)).length;
  return `${formatCountOf({ count: given.length - waiting, population: given.length })} confirmed`;
}

function Topics({ rows, onGo }: Readonly<{ rows: readonly TopicRow[]; onGo?: () => void }>) {
  const inScope = rows.filter((row) => row.inScope);
  const out = rows.filter((row) => !row.inScope);
  return (
    <>
      <ul className="mt-1.5">
        {inScope.map((row) => (
          <Topic key={row.topic.id} row={row} onGo={onGo} />
        ))}
      </ul>
      {out.length > 0 && (
        <>
          <p className="mt-2 px-2 text-small text-ink-2">Left out by the profile</p>
          <ul>
            {out.map((row) => (
              <Topic key={row.topic.id} row={row} onGo={onGo} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Topic({ row, onGo }: Readonly<{ row: TopicRow; onGo?: () => void }>) {
  const store = useWalk();
  const { topic, score, open, inScope } = row;
  const { topic: at, shown: fitting } = store.get();
  const current = topic.id === at;
  return (
    <li>
      <Goes
        topic={topic.id}
        onGo={onGo}
        current={current}
        className={clsx(
          "relative flex min-h-6.5 items-center gap-1.5 rounded-[3px] py-1 pr-1.5 pl-2 text-note hover:bg-sunk pointer-coarse:min-h-11",
          current && "bg-accent-soft font-medium hover:bg-accent-soft",
          !inScope && "text-ink-2",
        )}
      >
        {topic.gate && <span className="absolute inset-y-1.25 left-0 w-0.75 bg-ink" />}
        {score ? (
          <StageMark stage={stageRef(store.data.outline.stages, score.stage)} size={12} />
        ) : (
          <span className="size-3 shrink-0 rounded-[2px] border border-dashed border-ink-3" />
        )}
        <span className="min-w-0 flex-1 truncate">
          {topic.short}
          {topic.gate && <span className="sr-only">, gate</span>}
        </span>
        <Present topic={topic.id} most={2} size="small" />
        {inScope && fitting === null && open > 0 && (
          <span className="text-small font-normal text-ink-2">{open} open</span>
        )}
        {inScope && fitting !== null && (
          <span className="text-small font-normal text-ink-2">
            {topic.criteria.filter(({ id }) => fitting.has(id)).length} shown
          </span>
        )}
      </Goes>
    </li>
  );
}

type GoesProps = Readonly<{
  topic: string;
  current?: boolean;
  onGo?: () => void;
  className: string;
  children: React.ReactNode;
}>;

/** A link with an address of its own that doesn't load a page. */
function Goes({ topic, current, onGo, className, children }: GoesProps) {
  const store = useWalk();
  function follow(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    onGo?.();
    go(store, topic);
  }
  return (
    <a
      href={`${store.home}/${topicPath(topic)}`}
      aria-current={current ? "page" : undefined}
      className={className}
      onClick={follow}
    >
      {children}
    </a>
  );
}
