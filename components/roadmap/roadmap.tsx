"use client";

import { useSearchParams } from "next/navigation";
import { useDeferredValue, useMemo, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { stageRef } from "@/lib/core/marks/stage-ref";
import { planRoadmap } from "@/lib/core/planning/plan-roadmap";
import type { RoadmapData } from "@/lib/core/planning/roadmap-data";
import type { PlanInstance, PlanSettings } from "@/lib/core/planning/types";
import { compileModel } from "@/lib/core/scoring/compile-model";
import { Board } from "./board";
import { CostAndGain } from "./cost-and-gain";
import { InitiativeSheet } from "./initiative-sheet";
import { NothingToPlan, whatIsMissing } from "./nothing-to-plan";
import { PlanControls } from "./plan-controls";
import { PlanTables } from "./plan-tables";
import { QuarterList } from "./quarter-list";
import { type Roadmap as Context, RoadmapContext } from "./roadmap-context";
import type { RoadmapViewName } from "./roadmap-views";
import { Targets } from "./targets";
import { TimelineCard } from "./timeline-card";
import { UnplacedList } from "./unplaced-list";
import { usePlanStore } from "./use-plan-store";

type Props = Readonly<{
  data: RoadmapData;
  view: RoadmapViewName;
  mayWrite: boolean;
  /** Where what is shown comes from, for a chart that is saved. */
  source: string;
  /** Address of the assessment, and of the plan's routes. */
  base: string;
  api: string;
}>;

/**
 * The roadmap's page under its header. It plans by itself, so that a change of the capacity shows at once; the first
 * picture comes from the server.
 */
export function Roadmap({ data, view, mayWrite, source, base, api }: Props) {
  const store = usePlanStore(api, data);
  const [draft, setDraft] = useState<PlanSettings | null>(null);
  const settings = draft ?? store.settings;
  const plan = usePlan(data, { settings: useDeferredValue(settings), items: store.items });
  const selected = useSearchParams().get("initiative");

  const context = useMemo((): Context => {
    const titles = new Map(data.initiatives.map(({ id, title }) => [id, title]));
    const pillars = new Map(data.pillars.map(({ id, title }) => [id, title]));
    return {
      data,
      plan,
      store,
      mayWrite,
      base,
      stage: (id) => stageRef(data.stages, id),
      pillarTitle: (id) => pillars.get(id) ?? id,
      titleOf: (id) => titles.get(id) ?? data.otherTitles[id] ?? id,
      hrefOf: (id) => `?${new URLSearchParams({ ...(view === "timeline" ? {} : { view }), initiative: id })}`,
      open: showInitiative,
    };
  }, [data, plan, store, mayWrite, base, view]);

  const missing = whatIsMissing(data, plan);
  return (
    <RoadmapContext value={context}>
      <main data-chart-source={source} className="grid grid-cols-1 gap-4 p-7 max-sm:p-3.5">
        {missing ? (
          <NothingToPlan missing={missing} />
        ) : (
          <>
            <div className="grid items-start gap-4 xl:grid-cols-[minmax(17rem,21rem)_1fr]">
              <PlanControls settings={settings} draft={draft} onDraft={setDraft} />
              <Targets />
            </div>
            {view === "timeline" && (
              <>
                <TimelineCard className="max-md:hidden" />
                <QuarterList className="md:hidden print:hidden" />
              </>
            )}
            {view === "board" && <Board />}
            {view === "table" && <PlanTables />}
            <CostAndGain />
            <UnplacedList />
          </>
        )}
        {selected !== null && !data.initiatives.some(({ id }) => id === selected) && (
          <Notice title="That initiative has nothing left to do">
            All that it delivers is met, so it isn’t part of the roadmap any more.
          </Notice>
        )}
      </main>
      <InitiativeSheet selected={selected} onClose={() => showInitiative(null)} />
    </RoadmapContext>
  );
}

/** The plan for settings and decisions, made anew when one of them changes. */
function usePlan(
  data: RoadmapData,
  { settings, items }: Readonly<{ settings: PlanSettings; items: RoadmapData["items"] }>,
) {
  const given = useMemo((): Omit<PlanInstance, "settings" | "decisions"> => {
    const { initiatives, sizes, targets, by, today } = data;
    const claims = { answers: new Map(data.answers), profile: data.profile };
    return { model: compileModel(data.tree), claims, initiatives, sizes, targets, by, today };
  }, [data]);
  const decisions = useMemo(
    () =>
      items.map(({ initiative, state, owner, startsOn, endsOn }) => ({
        initiative,
        state,
        owner,
        startsOn: startsOn ?? undefined,
        endsOn: endsOn ?? undefined,
      })),
    [items],
  );
  const { start, quarters, capacity } = settings;
  return useMemo(
    () => planRoadmap({ ...given, decisions, settings: { start, quarters, capacity } }),
    [given, decisions, start, quarters, capacity],
  );
}

/** The open sheet is part of the address, so that back, reload and a link bring it again; the server isn't asked. */
function showInitiative(initiative: string | null): void {
  const address = new URL(location.href);
  if (initiative === null) address.searchParams.delete("initiative");
  else address.searchParams.set("initiative", initiative);
  const change = address.searchParams.has("initiative") && new URL(location.href).searchParams.has("initiative");
  if (change) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
}
