"use client";

import Link from "next/link";
import type { DashboardLinks } from "@/lib/core/dashboard/addresses";
import type { ChangeRow, ChangeView } from "@/lib/core/dashboard/change-rows";
import { formatDay, formatGain } from "@/lib/core/words/format";

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
          href={links.explain({ of: "change" })}
          aria-label={`Change ${formatGain(change.low)}: criterion by criterion`}
          className="font-mono text-figure-small font-semibold hover:underline"
        >
          {formatGain(change.low)}
        </Link>
        <span className="text-note text-ink-2">verified {formatGain(change.verified)}</span>
      </div>
      {change.rows.length > 0 && <Bars rows={change.rows} />}
      <p className="sr-only">{change.sentence}</p>
      <p className="mt-1.5 text-small text-ink-2">{ahead}</p>
    </>
  );
}

/** One bar a cause from a common zero: gains filled, losses outlined. Names and figures make it a table as it stands. */
function Bars({ rows }: Readonly<{ rows: readonly ChangeRow[] }>) {
  const lowest = Math.min(0, ...rows.map(({ change }) => change));
  const highest = Math.max(0, ...rows.map(({ change }) => change));
  const at = (level: number) => (4 + (92 * (level - lowest)) / (highest - lowest)).toFixed(2);
  return (
    <table className="w-full text-note">
      <caption className="sr-only">Parts of the change in overall level</caption>
      <tbody>
        {rows.map(({ cause, name, change }) => (
          <tr key={cause} className="leading-5.25">
            <th scope="row" className="w-30 text-left font-normal">
              {name}
            </th>
            <td className="px-2">
              <svg aria-hidden width="100%" height="12">
                <rect
                  x={`${at(Math.min(change, 0))}%`}
                  width={`${Number(at(Math.max(change, 0))) - Number(at(Math.min(change, 0)))}%`}
                  y="2"
                  height="8"
                  className={change > 0 ? "fill-ink-2 stroke-ink-2" : "fill-none stroke-ink-2"}
                />
                <line x1={`${at(0)}%`} x2={`${at(0)}%`} y1="0" y2="12" className="stroke-ink-3" />
              </svg>
            </td>
            <td className="w-14 text-right font-mono">{formatGain(change)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
