"use client";

import { StageLabel } from "@/components/marks/stage-label";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { OverlayEdit } from "@/lib/core/content/own/edit-overlay";
import type { OwnTopic } from "@/lib/core/content/own/outline-own";
import type { Stage, Topic } from "@/lib/core/content/types";
import { stageRef } from "@/lib/core/marks/stage-ref";

type Props = Readonly<{
  topic: Topic;
  row: OwnTopic;
  stages: readonly Stage[];
  onEdit: ((edit: OverlayEdit) => void) | undefined;
}>;

const WEIGHTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** One topic as the walk asks it, and the controls that change it in an overlay. */
export function TopicPreview({ topic, row, stages, onEdit }: Props) {
  const weights = [...new Set([...WEIGHTS, row.weight])].sort((a, b) => a - b);
  return (
    <Card title={topic.title} subtitle={topic.id} heading="h3">
      <div className="grid gap-3">
        {onEdit && (
          <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
            <Button
              size="small"
              icon={row.hidden ? "eye" : "eye-off"}
              onClick={() => onEdit({ kind: row.hidden ? "show" : "hide", topic: topic.id })}
            >
              {row.hidden ? "Show this topic" : "Hide this topic"}
            </Button>
            {!row.hidden && (
              <Field label="Weight of the topic">
                {(ties) => (
                  <Select
                    {...ties}
                    value={String(row.weight)}
                    options={weights.map((weight) => ({ value: String(weight), label: String(weight) }))}
                    onChange={(event) =>
                      onEdit({ kind: "weigh", id: topic.id, weight: Number(event.currentTarget.value) })
                    }
                  />
                )}
              </Field>
            )}
          </div>
        )}
        <p className="text-read font-medium">{topic.prompt}</p>
        <p className="text-note text-ink-2">{topic.why}</p>
        <div className="grid gap-3 sm:grid-cols-2">
          {stages.slice(1).map((stage) => (
            <section
              key={stage.id}
              aria-label={stage.title}
              className="grid content-start gap-2 rounded border border-line p-3"
            >
              <StageLabel stage={stageRef(stages, stage.id)} size="small" />
              <p className="text-small text-ink-2">{topic.stages[stage.id]}</p>
              <ul className="grid gap-2 text-note">
                {topic.criteria
                  .filter((criterion) => criterion.stage === stage.id)
                  .map((criterion) => (
                    <li key={criterion.id} className="border-t border-line pt-2">
                      <p className="wrap-anywhere">{criterion.statement}</p>
                      <p className="text-small text-ink-2">weight {criterion.weight}</p>
                    </li>
                  ))}
              </ul>
            </section>
          ))}
        </div>
      </div>
    </Card>
  );
}
