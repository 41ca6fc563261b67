"use client";

import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { RoadmapData } from "@/lib/core/planning/roadmap-data";
import type { RoadmapPlan } from "@/lib/core/planning/types";
import { useRoadmap } from "./roadmap-context";

/** Why there is no roadmap to show. */
type Missing = "score" | "target" | "work";

/** What a roadmap lacks; null where there is something to plan or to show. */
export function whatIsMissing(data: RoadmapData, plan: RoadmapPlan): Missing | null {
  if (plan.now.overall === null) return "score";
  if (plan.items.length > 0) return null;
  if (plan.targets.length === 0) return "target";
  return data.initiatives.length === 0 ? "work" : null;
}

/** An empty roadmap: what it is for and the next step. */
export function NothingToPlan({ missing }: Readonly<{ missing: Missing }>) {
  const { base } = useRoadmap();
  switch (missing) {
    case "score":
      return (
        <EmptyState
          title="Nothing is in scope"
          action={<ButtonLink href={`${base}/walk`}>Open the assessment</ButtonLink>}
        >
          The roadmap places work that raises the level. With every criterion out of scope or not applicable there is no
          level to raise.
        </EmptyState>
      );
    case "target":
      return (
        <EmptyState
          title="No target yet"
          action={
            <ButtonLink href={`${base}/settings`} variant="primary">
              Set targets
            </ButtonLink>
          }
        >
          The roadmap places the work that closes the gap to a target level for each pillar, quarter by quarter, under
          the capacity you have. Set a level for one pillar or more to begin.
        </EmptyState>
      );
    case "work":
      return (
        <EmptyState
          title="Nothing is open"
          action={<ButtonLink href={`${base}/dashboard`}>Open the dashboard</ButtonLink>}
        >
          Every criterion in scope is met, so no initiative has anything left to deliver. When an answer changes, the
          work that restores it appears here.
        </EmptyState>
      );
  }
}
