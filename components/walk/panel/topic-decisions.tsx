"use client";

import { nameTeller } from "../name-teller";
import { useWalk, useWalkBeside } from "../walk-context";
import { DecisionList } from "../workshop/decision-list";
import { useWorkshop } from "../workshop/use-workshop";
import { Part } from "./part";

/** What workshops decided on the topic; nothing where none did. */
export function TopicDecisions() {
  const store = useWalk();
  const { topic, names } = useWalkBeside("topic", "names");
  const { workshop } = useWorkshop(topic);
  if (workshop === null || workshop === "failed" || workshop.decisions.length === 0) return null;
  return (
    <Part title="Decided in workshops">
      <DecisionList
        decisions={workshop.decisions}
        nameOf={nameTeller({ ...names, ...workshop.names }, store.data.me.id)}
      />
    </Part>
  );
}
