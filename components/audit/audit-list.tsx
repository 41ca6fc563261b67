import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import { type AuditLine, actionWords, auditLines } from "@/lib/core/words/audit";
import { formatCount, formatMoment } from "@/lib/core/words/format";

type Values = Readonly<{ state: "none" | "gone" | "changed" }> | Readonly<{ state: "kept"; values: unknown }>;

type Row = Readonly<{
  seq: number;
  at: Date;
  hash: string;
  actorName: string;
  personName: string | null;
  content:
    | Readonly<{
        action: string;
        object: string;
        from: string | null;
        facts: Readonly<Record<string, unknown>>;
        values: Values;
      }>
    | undefined;
}>;

/** Entries of the audit log: who did what, when and from where; what it was before and after is opened beneath. */
export function AuditList({ rows }: Readonly<{ rows: readonly Row[] }>) {
  return (
    <ol className="grid">
      {rows.map((row) => (
        <li key={row.seq} id={`entry-${row.seq}`} className="border-t border-line first:border-t-0">
          <details className="group">
            <summary className="grid min-h-11 list-none grid-cols-[auto_minmax(2.5rem,auto)_1fr_auto] items-center gap-x-2.5 py-2 hover:bg-sunk max-sm:grid-cols-[auto_minmax(2rem,auto)_1fr]">
              <Icon name="chevron-right" size={12} className="text-ink-2 group-open:rotate-90" />
              <span className="font-mono text-small text-ink-2">{formatCount(row.seq)}</span>
              <span className="min-w-0 text-note wrap-anywhere">
                <span className="font-medium">{row.actorName}</span>{" "}
                {row.content ? actionWords(row.content.action) : <Badge tone="danger">unreadable</Badge>}
                <span className="text-ink-2">{summary(row)}</span>
              </span>
              <span className="text-small whitespace-nowrap text-ink-2 max-sm:col-start-3">
                {formatMoment(row.at, "UTC")}
              </span>
            </summary>
            <div className="grid gap-3 pb-4 pl-5.5 text-note">
              {row.content && <Details content={row.content} />}
              <p className="text-small text-ink-2 wrap-anywhere">
                {row.at.toISOString()} ·{" "}
                {row.content && `${row.content.object} · from ${row.content.from ?? "the server itself"} · `}
                SHA-256 <span className="font-mono">{row.hash}</span>
              </p>
            </div>
          </details>
        </li>
      ))}
    </ol>
  );
}

/** The first thing that an entry says, for those who only run down the list. */
function summary({ content, personName }: Row): string {
  const values = content?.values.state === "kept" ? auditLines(content.values.values) : [];
  const compared = content ? auditLines(content.facts).filter(({ before }) => before !== undefined) : [];
  const [first, ...more] = values.length > 0 ? values : compared;
  const words =
    first && shorten(first.before === undefined ? first.after : `${first.what} ${first.before} → ${first.after}`);
  const rest = more.length > 0 ? ` and ${formatCount(more.length)} more` : "";
  return [personName, words && `${words}${rest}`]
    .filter(Boolean)
    .map((part) => ` · ${part}`)
    .join("");
}

function shorten(words: string): string {
  return words.length > MOST_LETTERS ? `${words.slice(0, MOST_LETTERS - 1)}…` : words;
}

const MOST_LETTERS = 90;

function Details({ content: { facts, values } }: Readonly<{ content: NonNullable<Row["content"]> }>) {
  const told = values.state === "kept" ? auditLines(values.values) : [];
  return (
    <>
      {values.state === "changed" && (
        <p className="text-danger">
          What stood here was changed in the database: it no longer fits the hash in the chain. It isn't shown.
        </p>
      )}
      {values.state === "gone" && <p className="text-ink-2">The personal values of this entry were deleted.</p>}
      <Lines lines={told} />
      <Lines lines={auditLines(facts)} />
    </>
  );
}

function Lines({ lines }: Readonly<{ lines: readonly AuditLine[] }>) {
  if (lines.length === 0) return null;
  return (
    <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[minmax(8rem,auto)_1fr]">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same, and the list never changes
        <div key={index} className="contents">
          <dt className="min-w-0 text-ink-2 wrap-anywhere">{line.what || "value"}</dt>
          <dd className="min-w-0 wrap-anywhere">
            {line.before !== undefined && (
              <>
                <span className="text-ink-2">{line.before}</span> <span aria-hidden>→</span>
                <span className="sr-only">became</span>{" "}
              </>
            )}
            {line.after}
          </dd>
        </div>
      ))}
    </dl>
  );
}
