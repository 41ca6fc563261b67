import type { ContributionRow } from "@/lib/core/models/contribution-rows";
import { STATE_WORDS } from "@/lib/core/words/models";
import { StateMark } from "./state-mark";

/** Criteria with how they stand; each leads to its explanation and to its place in the walk. */
export function ContributionList({ rows }: Readonly<{ rows: readonly ContributionRow[] }>) {
  return (
    <ul>
      {rows.map(({ id, statement, state, place, href, walkHref }) => (
        <li key={id} className="grid grid-cols-[12px_1fr] gap-x-2.5 border-t border-line py-1.5 first:border-t-0">
          <StateMark state={state} decorative className="mt-1.5" />
          <div className="min-w-0">
            <a href={href} className="inline-block min-h-6 py-0.5 hover:underline">
              {statement}
            </a>
            <p className="text-small text-ink-2">
              {STATE_WORDS[state]} · {place} ·{" "}
              <a href={walkHref} className="link inline-block py-1">
                Open in the walk<span className="sr-only">: {statement}</span>
              </a>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
