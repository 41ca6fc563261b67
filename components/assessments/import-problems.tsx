import type { SentProblem } from "@/components/forms/send";
import { Notice } from "@/components/ui/notice";
import { formatNumberOf } from "@/lib/core/words/format";

/** Everything that is wrong with a file, each with its place in it. */
export function ImportProblems({ problem }: Readonly<{ problem: SentProblem }>) {
  return (
    <Notice tone="danger" title={problem.title} live>
      {problem.fields.length > 0 && (
        <>
          <p>{formatNumberOf(problem.fields.length, "problem")}. Mend them in the file and choose it again.</p>
          <ul className="mt-2 grid max-h-80 gap-1.5 overflow-y-auto">
            {problem.fields.map(({ path, message }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is shown once and never changes
              <li key={index} className="min-w-0 wrap-anywhere">
                <code className="font-mono text-ink">{path}</code> {message}
              </li>
            ))}
          </ul>
        </>
      )}
      {problem.id && <p className="mt-2 text-small">If this stays, quote {problem.id}.</p>}
    </Notice>
  );
}
