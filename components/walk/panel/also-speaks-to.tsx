"use client";

import type { EvidenceView } from "@/lib/core/walk/evidence-view";
import { criterionSlug, topicOfCriterion, topicPath } from "@/lib/core/walk/outline";
import { useWalk, useWalkBeside } from "../walk-context";

/** The other criteria that a piece of evidence speaks to, each leading there. */
export function AlsoSpeaksTo({ item }: Readonly<{ item: EvidenceView }>) {
  const store = useWalk();
  const { evidence, texts } = useWalkBeside("evidence", "texts");
  const others = [...evidence.values()]
    .flat()
    .filter(({ id, criterion }) => id === item.id && criterion !== item.criterion);
  if (others.length === 0) return null;
  const statementOf = (criterion: string) =>
    texts.get(topicOfCriterion(criterion))?.criteria.find(({ id }) => id === criterion)?.statement ?? criterion;
  return (
    <details className="text-small text-ink-2">
      <summary className="link inline-block min-h-6 cursor-pointer">
        Also speaks to {others.length === 1 ? "another criterion" : `${others.length} other criteria`}
      </summary>
      <ul className="mt-0.5 grid gap-1">
        {others.map(({ criterion, verdict }) => (
          <li key={criterion}>
            {verdict}:{" "}
            <a
              className="link"
              href={`${store.home}${topicPath(topicOfCriterion(criterion))}/${criterionSlug(criterion)}`}
            >
              {statementOf(criterion)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
