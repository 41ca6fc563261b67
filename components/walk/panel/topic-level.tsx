"use client";

import { LevelBar } from "@/components/marks/level-bar";
import { StageLabel } from "@/components/marks/stage-label";
import { stageRef } from "@/lib/core/marks/stage-ref";
import { isContradicted } from "@/lib/core/walk/evidence-view";
import { levelNoteWords } from "@/lib/core/walk/level-words";
import { previewMet } from "@/lib/core/walk/preview";
import { formatLevel } from "@/lib/core/words/format";
import { useValueBeside, useWalk, useWalkBeside } from "../walk-context";

/**
 * The topic's level as it moves, with its value before the last answer, and what meeting the focused criterion would
 * bring.
 */
export function TopicLevel() {
  const store = useWalk();
  const { focused, ghost, evidence } = useWalkBeside("focused", "ghost", "evidence", "topic");
  const { pillar, topic } = store.place();
  const score = useValueBeside(() => store.topicScore(topic.id));
  const { stages } = store.data.outline;
  if (!score) {
    return <p className="text-note text-ink-2">This topic has no level: nothing in it counts.</p>;
  }
  const stage = stageRef(stages, score.stage);
  const answers = store.answers();
  const contradicted =
    focused !== null && isContradicted(evidence.get(focused) ?? [], answers.get(focused) ?? null, store.data.asOf);
  const note = levelNoteWords({
    preview: (focused && previewMet(store.model, store.claims(), store.score(), focused)) || undefined,
    contradicted,
    open: score.inScope - score.answered,
    low: score.low,
    high: score.high,
    verified: score.verified,
    nameOf: (id) => stageRef(stages, id).name,
    pillar: pillar.title,
  });
  const target = store.data.targets[pillar.id];
  const before = ghost?.topic === topic.id && ghost.level !== score.low ? ghost.level : undefined;
  return (
    <div>
      <div className="flex items-baseline gap-2.5">
        <span className="font-mono text-[1.625rem]/8 font-semibold">{formatLevel(score.low)}</span>
        <span className="text-note">topic, claimed</span>
        <StageLabel stage={stage} className="ml-auto" />
      </div>
      <LevelBar
        name={topic.title}
        tone={stage.tone}
        low={score.low}
        high={score.high}
        verified={score.verified}
        stages={stages.length}
        target={target}
        before={before}
      />
      <p className="mt-1.5 text-small text-ink-2">{note}</p>
    </div>
  );
}
