import Link from "next/link";
import type { DashboardLinks } from "@/lib/core/dashboard/addresses";
import type { ChangeView } from "@/lib/core/dashboard/change-rows";
import { formatDay, formatGain } from "@/lib/core/words/format";
import { ChangeBars } from "./change-bars";

type Props = Readonly<{ change: ChangeView | null; ahead: string; links: DashboardLinks }>;

/** How the level moved since the last snapshot and why; without one, what will stand here. */
export function ChangeByCause({ change, ahead, links }: Props) {
  if (!change) {
    return (
      <>
        <h2 className="text-small text-ink-2">Change</h2>
        <p className="mt-1.5 text-note text-ink-2">
          No earlier snapshot to compare with. Each approval keeps one; from then on this shows how far the level moved
          and by what: real change, answers that became known, evidence, corrections.
        </p>
        <p className="mt-2.5 text-small text-ink-2">{ahead}</p>
      </>
    );
  }
  return (
    <>
      <h2 className="text-small text-ink-2">Change since {formatDay(change.since)}, by cause</h2>
      <div className="mt-0.5 mb-1.5 flex items-baseline gap-2.5">
        <Link
          href={links.dates({ from: change.id })}
          aria-label={`Change ${formatGain(change.low)}: by cause and topic`}
          className="font-mono text-figure-small font-semibold hover:underline"
        >
          {formatGain(change.low)}
        </Link>
        <Link
          href={links.dates({ from: change.id, measure: "verified" })}
          className="text-note text-ink-2 hover:underline"
        >
          verified {formatGain(change.verified)}
        </Link>
      </div>
      {change.rows.length > 0 && <ChangeBars rows={change.rows} />}
      <p className="sr-only">{change.sentence}</p>
      <p className="mt-1.5 text-small text-ink-2">{ahead}</p>
    </>
  );
}
