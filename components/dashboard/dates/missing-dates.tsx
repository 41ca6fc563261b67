import { Notice } from "@/components/ui/notice";
import { formatDay, formatNames } from "@/lib/core/words/format";

type End = Readonly<{ day: string; label: string }>;
type Props = Readonly<{
  /** What the address names and this assessment doesn't have. */
  missing: readonly string[];
  /** What is shown instead; null where there is nothing. */
  ends: Readonly<{ a: End; b: End }> | null;
}>;

const MOST_LETTERS = 40;

/** Says that the address asks for a snapshot that isn't there, what is shown instead, and what to do. */
export function MissingDates({ missing, ends }: Props) {
  const one = missing.length === 1;
  const names = formatNames(
    missing.map((id) => `“${id.length > MOST_LETTERS ? `${id.slice(0, MOST_LETTERS)}…` : id}”`),
  );
  return (
    <Notice
      tone="warning"
      title={one ? "There is no such snapshot in this assessment" : "There are no such snapshots in this assessment"}
    >
      <span className="wrap-anywhere">
        The address names {names}; {one ? "it" : "they"} may belong to another assessment, or the address was copied in
        part.{" "}
        {ends
          ? `What follows compares ${words(ends.a)} with ${words(ends.b)}. Choose the two dates you want below.`
          : "There is no earlier snapshot to compare with instead."}
      </span>
    </Notice>
  );
}

function words({ day, label }: End): string {
  return label === "Now" ? "now" : `${formatDay(day)} (${label})`;
}
