"use client";

import { StageLabel } from "@/components/marks/stage-label";
import type { PillarRow } from "@/lib/core/review/describe-pillars";

/** What a sign-off states: stage, level, exceptions and what remains open. */
export function StatedList({ row }: Readonly<{ row: PillarRow }>) {
  return (
    <dl className="grid grid-cols-[6.5rem_1fr] gap-x-3 gap-y-1.5 text-left text-note">
      <dt className="text-ink-2">Stage</dt>
      <dd>{row.stage ? <StageLabel stage={row.stage} size="small" /> : "none: nothing of it counts"}</dd>
      <dt className="text-ink-2">Level</dt>
      <dd>
        {row.level ?? "none"}
        {row.verified && `, verified ${row.verified}`}
      </dd>
      <dt className="text-ink-2">Exceptions</dt>
      <dd>{row.exceptions}</dd>
      <dt className="text-ink-2">Remains</dt>
      <dd>
        {row.remains.length === 0 && "nothing"}
        <ul>
          {row.remains.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </dd>
    </dl>
  );
}
