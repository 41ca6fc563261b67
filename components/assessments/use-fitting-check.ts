"use client";

import { useKeptCheck } from "@/components/quick-check/kept-picks";
import { fittingPicks, type KeptCheck } from "@/lib/core/quick-check/kept-check";
import { UNKNOWN_PICK } from "@/lib/core/quick-check/picked-answers";
import type { QuickTopics } from "./begin-types";

/** The quick check of this browser, as far as it fits what is asked now. */
export function useFittingCheck(quick: QuickTopics): KeptCheck | null {
  const kept = useKeptCheck();
  if (!kept) return null;
  const picks = fittingPicks(kept.picks, {
    topics: quick.pillars.flatMap(({ topics }) => topics.map(({ id }) => id)),
    stages: [...quick.stages.map(({ id }) => id), UNKNOWN_PICK],
  });
  return Object.keys(picks).length > 0 ? { ...kept, picks } : null;
}
