"use client";

import { Suspense } from "react";
import { Tabs } from "@/components/ui/tabs";
import { threadsOf } from "@/lib/core/walk/comment";
import { lazily } from "../lazily";
import { useWalk, useWalkBeside } from "../walk-context";
import { CriterionPanel } from "./criterion-panel";
import { Part } from "./part";
import { TopicLevel } from "./topic-level";

const CommentsPart = lazily(() => import("./comments-part").then((module) => module.CommentsPart));
const TopicPanel = lazily(() => import("./topic-panel").then((module) => module.TopicPanel));
const HistoryPanel = lazily(() => import("./history-panel").then((module) => module.HistoryPanel));

/** Beside the topic: what the focused criterion needs to be answered well, and how its answer came about. */
export function Panel() {
  const store = useWalk();
  const { focused, tab, texts, topic, comments } = useWalkBeside("focused", "tab", "texts", "topic", "comments");
  const text = texts.get(topic)?.criteria.find(({ id }) => id === focused);
  if (!focused || !text) {
    return (
      <>
        <h2 className="mb-3 border-b border-line pb-1.5 text-note font-semibold">This topic</h2>
        <TopicLevel />
        <Suspense>
          <TopicPanel />
        </Suspense>
        {store.data.rights.comment && (
          <Part title="Comments">
            <Suspense>
              <CommentsPart key={topic} topic={topic} criterion={null} />
            </Suspense>
          </Part>
        )}
      </>
    );
  }
  const open = threadsOf(comments.get(topic) ?? [], focused).filter(({ first }) => !first.resolved).length;
  return (
    <Tabs
      label="Beside the criterion"
      selected={tab}
      onChange={(id) => store.set({ tab: id === "history" || id === "comments" ? id : "criterion" })}
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
        ...(store.data.rights.comment
          ? [
              {
                id: "comments",
                label: "Comments",
                ...(open > 0 ? { count: open } : {}),
                content: (
                  <Suspense>
                    <CommentsPart key={focused} topic={topic} criterion={focused} />
                  </Suspense>
                ),
              },
            ]
          : []),
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
