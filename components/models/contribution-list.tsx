import type { ContributionRow } from "@/lib/core/models/contribution-rows";
import { STATE_WORDS } from "@/lib/core/words/models";
import { StateMark } from "./state-mark";

/** Criteria with how they stand; each leads to its topic in the walk. */
export function ContributionList({
  rows,
  className,
}: Readonly<{ rows: readonly ContributionRow[]; className?: string }>) {
  return (
    <ul className={className}>
      {rows.map(({ id, statement, state, place, href }) => (
        <li key={id} className="grid break-inside-avoid grid-cols-[12px_1fr] gap-x-2.5 border-t border-line py-1.5">
          <StateMark state={state} decorative className="mt-1" />
          <div className="min-w-0">
            <a href={href} className="inline-block hover:underline">
              {statement}
            </a>
            <p className="text-small text-ink-2">
              {STATE_WORDS[state]} · {place}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
