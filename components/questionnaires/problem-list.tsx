"use client";

import type { Problem } from "@/lib/core/content/types";
import { formatNumberOf } from "@/lib/core/words/format";

type Place = Readonly<{ line: number; column: number }>;
type Props = Readonly<{ problems: readonly Problem[]; current: boolean; onJump: (place: Place) => void }>;

const MOST_SHOWN = 50;

/** What is wrong in a text, each with the way to its place; what is only unwise comes after. */
export function ProblemList({ problems, current, onJump }: Props) {
  const groups = [
    { title: "Problems", found: problems.filter(({ style }) => !style) },
    { title: "Advice", found: problems.filter(({ style }) => style) },
  ].filter(({ found }) => found.length > 0);
  return (
    <section aria-label="What is wrong in the text" className="grid gap-2">
      <p className="text-note text-ink-2" aria-live="polite">
        {!current
          ? "Checking…"
          : groups.length === 0
            ? "No problems."
            : groups.map(({ title, found }) => `${title}: ${found.length}`).join(" · ")}
      </p>
      {groups.map(({ title, found }) => (
        <details key={title} open={title === "Problems"}>
          <summary className="min-h-6 text-note font-medium">
            {title === "Problems" ? "What keeps it from being published" : "Advice: it can be published all the same"}
          </summary>
          <ul className="mt-1 grid max-h-60 gap-0.5 overflow-y-auto">
            {found.slice(0, MOST_SHOWN).map((problem) => (
              <li key={`${problem.line} ${problem.column} ${problem.path} ${problem.message}`}>
                <button
                  type="button"
                  onClick={() => onJump(problem)}
                  className="grid w-full gap-x-3 rounded px-1.5 py-1 text-left text-note hover:bg-sunk sm:grid-cols-[6.5rem_1fr]"
                >
                  <span className="font-mono text-small/5 whitespace-nowrap text-ink-2">
                    {problem.line}:{problem.column}
                    <span className="sr-only"> line and column,</span>
                  </span>
                  <span className="min-w-0 wrap-anywhere">
                    {problem.path && <span className="font-mono text-small">{problem.path}: </span>}
                    {problem.message}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          {found.length > MOST_SHOWN && (
            <p className="text-small text-ink-2">
              {formatNumberOf(found.length - MOST_SHOWN, "more follows", "more follow")}.
            </p>
          )}
        </details>
      ))}
    </section>
  );
}
