import { answerBrief } from "@/lib/core/walk/answer-words";
import type { Preview } from "./import-types";

/** Answers before and after an import, each under its statement. */
export function ImportAnswers({ rows }: Readonly<{ rows: Preview["answers"] }>) {
  return (
    <ul className="grid text-note">
      {rows.map((row) => (
        <li
          key={row.criterion}
          className="grid gap-x-4 gap-y-0.5 border-t border-line py-2 first:border-t-0 first:pt-0 sm:grid-cols-[1fr_15rem]"
        >
          <div className="min-w-0">
            <p className="wrap-anywhere">{row.statement}</p>
            <p className="text-small text-ink-2">{row.place}</p>
          </div>
          <p className="min-w-0 wrap-anywhere">
            {row.kind === "changed" && (
              <>
                <span className="text-ink-2 line-through">{answerBrief(row.before ?? null)}</span>{" "}
                <span aria-hidden>→</span>
                <span className="sr-only">becomes</span>{" "}
              </>
            )}
            <strong className="font-medium">{answerBrief(row.after)}</strong>
            {row.noteAfter !== row.noteBefore && (
              <span className="mt-0.5 block text-small text-ink-2">Note: {row.noteAfter}</span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
