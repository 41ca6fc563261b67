import type { FreshnessMonth } from "../dashboard/evidence-freshness";
import { formatDay, formatLevel, formatNumberOf } from "./format";

/** A month in words: "1 Dec 2026 to 30 Dec 2026", "before 28 Nov 2025", "after 28 Nov 2027". */
export function monthWords({ from, to }: Pick<FreshnessMonth, "from" | "to">): string {
  if (from && to) return `${formatDay(from)} to ${formatDay(to)}`;
  return from ? `from ${formatDay(from)}` : `until ${to ? formatDay(to) : ""}`;
}

/** A column of the picture in words. */
export function freshnessWords(month: FreshnessMonth, kind: "dated" | "expiring"): string {
  const what =
    kind === "dated"
      ? `${formatNumberOf(month.pieces, "piece")} dated ${monthWords(month)}`
      : `${formatNumberOf(month.pieces, "piece")} ${month.pieces === 1 ? "expires" : "expire"} ${monthWords(month)}`;
  return month.verified === undefined ? what : `${what}, verified ${formatLevel(month.verified)} at its end`;
}
