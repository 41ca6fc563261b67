import { Card } from "@/components/ui/card";
import { formatDay } from "@/lib/core/words/format";

type Row = Readonly<{
  assessment: string;
  title: string;
  href: string;
  due: string | null;
  askedBy: string | null;
  note: string;
}>;

/** What is asked of the person, what is due first, first; nothing where nothing is. */
export function MyAssignments({ assignments, today }: Readonly<{ assignments: readonly Row[]; today: string }>) {
  if (assignments.length === 0) return null;
  return (
    <Card title="Asked of you" subtitle="Each ends with “Hand back”, or “Not mine”, on its page.">
      <ul>
        {assignments.map(({ assessment, title, href, due, askedBy, note }) => (
          <li
            key={href}
            className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 border-t border-line py-2 first:border-t-0 first:pt-0 last:pb-0"
          >
            <a href={href} className="link min-w-0 font-medium wrap-anywhere">
              {title}
            </a>
            <span className="text-small text-ink-2">
              {[assessment, askedBy && `asked by ${askedBy}`].filter(Boolean).join(" · ")}
              {due && (
                <>
                  {" · "}
                  <span className={due < today ? "font-medium text-danger" : ""}>
                    {due < today ? `was due ${formatDay(due)}` : `due ${formatDay(due)}`}
                  </span>
                </>
              )}
            </span>
            {note && <p className="basis-full text-small wrap-anywhere text-ink-2">{note}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
