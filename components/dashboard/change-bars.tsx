"use client";

import type { ChangeRow } from "@/lib/core/dashboard/change-rows";
import { formatGain } from "@/lib/core/words/format";

/** One bar a cause from a common zero: gains filled, losses outlined. Names and figures make it a table as it stands. */
export function ChangeBars({ rows }: Readonly<{ rows: readonly ChangeRow[] }>) {
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
