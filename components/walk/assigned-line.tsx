"use client";

import { Suspense } from "react";
import { openOn } from "@/lib/core/walk/assignment";
import { lazily } from "./lazily";
import { useWalk, useWalkState } from "./walk-context";

const AskedOfYou = lazily(() => import("./asked-of-you").then((module) => module.AskedOfYou));

/** Over a topic that was asked of this person. */
export function AssignedLine({ topic }: Readonly<{ topic: string }>) {
  const store = useWalk();
  const { assignments } = useWalkState("assignments");
  const mine = openOn(assignments, store.data.me.id, topic);
  if (!mine) return null;
  return (
    <Suspense>
      <AskedOfYou key={mine.place} assignment={mine} />
    </Suspense>
  );
}
