"use client";

import { useMemo, useRef } from "react";
import { fittingPicks } from "@/lib/core/quick-check/kept-check";
import { UNKNOWN_PICK } from "@/lib/core/quick-check/picked-answers";
import type { QuickCheckData } from "@/lib/core/quick-check/quick-check-data";
import { keepPicks, useKeptCheck } from "./kept-picks";
import { goTo, RESULT, usePlace } from "./place";
import { Question } from "./question";
import { QuickResultView } from "./quick-result-view";
import { Start } from "./start";
import { useQuickKeys } from "./use-quick-keys";

/** The quick check: a client component because its answers never leave the browser. */
export function QuickCheck({ data }: Readonly<{ data: QuickCheckData }>) {
  const main = useRef<HTMLElement>(null);
  const place = usePlace();
  const kept = useKeptCheck();
  const places = useMemo(
    () => data.pillars.flatMap((pillar) => pillar.topics.map((topic) => ({ pillar, topic }))),
    [data],
  );
  const topics = places.map(({ topic }) => topic.id);
  const picks = fittingPicks(kept?.picks ?? {}, {
    topics,
    stages: [...data.stages.map(({ id }) => id), UNKNOWN_PICK],
  });
  const index = topics.indexOf(place);
  const current = places[index];

  function pick(value: string) {
    if (!current) return;
    const next = { ...picks, [current.topic.id]: value };
    keepPicks(next);
    goTo(topics.every((topic) => topic in next) ? RESULT : (topics[index + 1] ?? RESULT));
  }
  const move = (by: number) => goTo(topics[index + by] ?? (by > 0 ? RESULT : ""));
  useQuickKeys(main, current ? { stages: data.stages.map(({ id }) => id), pick, move } : null);

  return (
    <main
      id="main"
      ref={main}
      tabIndex={-1}
      className="mx-auto min-h-[calc(100dvh-11rem)] max-w-240 px-7 py-9 outline-none max-sm:px-4 max-sm:py-6"
    >
      {current ? (
        <Question data={data} picks={picks} place={{ ...current, index, of: topics.length }} pick={pick} move={move} />
      ) : place === RESULT && kept && Object.keys(picks).length > 0 ? (
        <QuickResultView data={data} picks={picks} day={kept.day} />
      ) : (
        <Start data={data} picks={picks} first={topics.find((topic) => !(topic in picks)) ?? topics[0] ?? ""} />
      )}
    </main>
  );
}
