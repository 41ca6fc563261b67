import { useEffect, useState } from "react";
import type { Decision } from "@/lib/core/walk/decision";
import { request } from "../store/request";
import { useWalk } from "../walk-context";

type Workshop = Readonly<{
  decisions: readonly Decision[];
  members: readonly string[];
  names: Readonly<Record<string, string>>;
}>;

/** What workshops decided on a topic, and who could be in the room; null until it is there, "failed" where it can't be had. */
export function useWorkshop(topic: string) {
  const store = useWalk();
  const [read, setRead] = useState<Readonly<{ topic: string; content: Workshop | "failed" }> | null>(null);
  useEffect(() => {
    let gone = false;
    void request<Workshop>(store, `/workshop?topic=${encodeURIComponent(topic)}`, undefined, "GET").then((sent) => {
      if (!gone) setRead({ topic, content: sent.ok ? sent.data : "failed" });
    });
    return () => {
      gone = true;
    };
  }, [store, topic]);
  return {
    workshop: read?.topic === topic ? read.content : null,
    add: (decision: Decision) =>
      setRead((now) =>
        now === null || now.content === "failed" || now.topic !== decision.topic
          ? now
          : { ...now, content: { ...now.content, decisions: [decision, ...now.content.decisions] } },
      ),
  };
}
