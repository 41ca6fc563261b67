"use client";

import { lazy, Suspense } from "react";
import { Tabs } from "@/components/ui/tabs";
import { useWalk, useWalkState } from "../walk-context";
import { CriterionPanel } from "./criterion-panel";
import { TopicLevel } from "./topic-level";
import { TopicPanel } from "./topic-panel";

const HistoryPanel = lazy(() => import("./history-panel").then((module) => ({ default: module.HistoryPanel })));

/** Beside the topic: what the focused criterion needs to be answered well, and how its answer came about. */
export function Panel() {
  const store = useWalk();
  const { focused, tab, texts, topic } = useWalkState("focused", "tab", "texts", "topic");
  const text = texts.get(topic)?.criteria.find(({ id }) => id === focused);
  if (!focused || !text) {
    return (
      <>
        <h2 className="mb-3 border-b border-line pb-1.5 text-note font-semibold">This topic</h2>
        <TopicLevel />
        <TopicPanel />
      </>
    );
  }
  return (
    <Tabs
      label="Beside the criterion"
      selected={tab}
      onChange={(id) => store.set({ tab: id === "history" ? "history" : "criterion" })}
      tabs={[
        {
          id: "criterion",
          label: "This criterion",
          content: (
            <>
              <TopicLevel />
              <CriterionPanel key={focused} text={text} />
            </>
          ),
        },
        {
          id: "history",
          label: "History",
          content: (
            <Suspense>
              <HistoryPanel key={focused} criterion={focused} />
            </Suspense>
          ),
        },
      ]}
    />
  );
}
