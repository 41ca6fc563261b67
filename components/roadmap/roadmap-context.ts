"use client";

import { createContext, useContext } from "react";
import type { StageRef } from "@/lib/core/marks/stage-ref";
import type { RoadmapData } from "@/lib/core/planning/roadmap-data";
import type { RoadmapPlan } from "@/lib/core/planning/types";
import type { PlanStore } from "./use-plan-store";

/** What every part of the roadmap's page reads: the data, the plan as it stands, and the ways to change it. */
export type Roadmap = Readonly<{
  data: RoadmapData;
  plan: RoadmapPlan;
  store: PlanStore;
  /** Whether this person's role may change the plan. */
  mayWrite: boolean;
  /** Address of the assessment, without a slash at its end. */
  base: string;
  stage: (id: string) => StageRef;
  pillarTitle: (id: string) => string;
  /** Title of an initiative, also of one that is met already. */
  titleOf: (initiative: string) => string;
  /** Address of this view with the sheet of an initiative open. */
  hrefOf: (initiative: string) => string;
  /** Opens that sheet without asking the server. */
  open: (initiative: string) => void;
}>;

export const RoadmapContext = createContext<Roadmap | null>(null);

/** The roadmap around a part of it. @throws Error outside of one: a mistake in the program */
export function useRoadmap(): Roadmap {
  const roadmap = useContext(RoadmapContext);
  if (!roadmap) throw new Error("a part of the roadmap stands outside of it");
  return roadmap;
}
