"use client";

import { clsx } from "clsx";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { OverlayEdit } from "@/lib/core/content/own/edit-overlay";
import { formatNumberOf } from "@/lib/core/words/format";
import type { OwnCheck } from "./own-types";
import { TopicPreview } from "./topic-preview";

type Props = Readonly<{
  check: OwnCheck;
  onShow: (topic: string) => void;
  /** Changes the text as a control asks; absent where nothing can be changed. */
  onEdit: ((edit: OverlayEdit) => void) | undefined;
}>;

/** What a text comes to: the tree of its topics, and one of them as the walk asks it. */
export function OwnPreview({ check, onShow, onEdit }: Props) {
  const { outline, topic } = check;
  if (!outline) {
    return (
      <Card title="What it comes to">
        <p className="text-note text-ink-2">Shown as soon as the text can be read.</p>
      </Card>
    );
  }
  const rows = outline.pillars.flatMap((pillar) => pillar.topics);
  const shown = rows.find(({ id }) => id === topic?.id);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <Card
        title="What it comes to"
        subtitle={`${outline.title}: ${formatNumberOf(outline.pillars.length, "pillar")}, ${formatNumberOf(rows.filter(({ hidden }) => !hidden).length, "topic")}, ${formatNumberOf(outline.criteria, "criterion", "criteria")}; ${outline.threshold} of a stage must hold`}
      >
        <div className="max-h-72 overflow-y-auto">
          {outline.pillars.map((pillar) => (
            <details
              key={pillar.id}
              open={pillar.topics.some(({ id }) => id === topic?.id)}
              className="border-t border-line py-1.5 first:border-t-0"
            >
              <summary className="min-h-6 text-note font-medium">
                {pillar.title} <span className="font-normal text-ink-2">weight {pillar.weight}</span>
              </summary>
              <ul className="grid">
                {pillar.topics.map((row) => (
                  <li key={row.id}>
                    <button
                      type="button"
                      aria-pressed={row.id === topic?.id}
                      onClick={() => onShow(row.id)}
                      className={clsx(
                        "flex w-full flex-wrap items-center gap-x-2 rounded px-1.5 py-1 text-left text-note hover:bg-sunk",
                        row.id === topic?.id && "bg-sunk font-medium",
                      )}
                    >
                      <span className={clsx("min-w-0", row.hidden && "line-through")}>{row.title}</span>
                      {row.hidden && <Badge>hidden</Badge>}
                      {row.own && <Badge tone="accent">changed here</Badge>}
                      {row.gate && <Badge>gate</Badge>}
                      <span className="ml-auto text-small font-normal text-ink-2">
                        {formatNumberOf(row.criteria, "criterion", "criteria")} · weight {row.weight}
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            </details>
          ))}
        </div>
      </Card>
      {topic && shown && <TopicPreview topic={topic} row={shown} stages={outline.stages} onEdit={onEdit} />}
    </div>
  );
}
