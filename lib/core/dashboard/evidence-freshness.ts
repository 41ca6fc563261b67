import { addMonths, dayNumber } from "../charts/time-scale";
import type { Model } from "../scoring/compile-model";
import type { Values } from "../scoring/read-values";
import type { Claims } from "../scoring/types";
import { formatCount, formatDay, formatNumberOf } from "../words/format";
import { countingOn, evidenceOfClaims, piecesOf } from "./counting-evidence";
import type { VerifiedAhead, VerifiedDrop } from "./verified-ahead";

/** A month from or to the as-of day. Days are YYYY-MM-DD, both inside; `from` null is everything before, `to` null after. */
export type FreshnessMonth = Readonly<{
  from: string | null;
  to: string | null;
  /** Pieces whose date (past) or expiry (ahead) lies in it. */
  pieces: number;
  /** Ahead: the verified overall level at its end. */
  verified?: number;
  /** Ahead: the dashboard as of its last day. */
  href?: string;
}>;

/** How old the evidence is that counts on the as-of day, and when it stops to count. */
export type EvidenceFreshness = Readonly<{
  pieces: number;
  /** The as-of day in words: "today", or the day. */
  now: string;
  /** From the oldest on; the first holds everything before. */
  past: readonly FreshnessMonth[];
  /** From the nearest on; the last holds everything after. */
  ahead: readonly FreshnessMonth[];
  /** Pieces that never expire: those without an expiry, and contradictions. */
  lasting: number;
  sentence: string;
}>;

/** Months that are shown one by one, to either side. */
export const FRESHNESS_MONTHS = 12;

/**
 * Sorts the pieces that have a part in the verified level on the as-of day by the month of their date and by the month of their expiry.
 *
 * @param values of the claims
 * @param drops as `verifiedDrops` gives them, for twelve months
 * @param verified overall, now
 */
export function evidenceFreshness(
  {
    model,
    claims,
    values,
    today,
    hrefOf,
  }: Readonly<{ model: Model; claims: Claims; values: Values; today: string; hrefOf: (day: string) => string }>,
  { drops, near, verified }: Readonly<{ drops: readonly VerifiedDrop[]; near: VerifiedAhead; verified: number }>,
): EvidenceFreshness {
  const { asOf } = claims;
  const counting = [...evidenceOfClaims(model, claims, values).values()].flatMap((items) => countingOn(items, asOf));
  const pieces = piecesOf(counting);
  const edge = (months: number) => addMonths(asOf, months);
  const count = (days: readonly (string | undefined)[], after: string | null, upTo: string | null) =>
    days.filter((day) => day !== undefined && (after === null || day > after) && (upTo === null || day <= upTo)).length;
  const dates = pieces.map(({ date }) => date);
  const expiries = pieces.map(({ expires }) => expires);

  const past: FreshnessMonth[] = [
    { from: null, to: edge(-FRESHNESS_MONTHS), pieces: count(dates, null, edge(-FRESHNESS_MONTHS)) },
  ];
  const ahead: FreshnessMonth[] = [];
  for (let i = FRESHNESS_MONTHS; i > 0; i--) {
    past.push({ from: dayAfter(edge(-i)), to: edge(1 - i), pieces: count(dates, edge(-i), edge(1 - i)) });
  }
  for (let i = 0; i < FRESHNESS_MONTHS; i++) {
    const to = edge(i + 1);
    const level = drops.filter(({ day }) => day <= to).at(-1)?.level ?? verified;
    ahead.push({
      from: dayAfter(edge(i)),
      to,
      pieces: count(expiries, edge(i), to),
      verified: level,
      href: hrefOf(to),
    });
  }
  const end = edge(FRESHNESS_MONTHS);
  ahead.push({ from: dayAfter(end), to: null, pieces: count(expiries, end, null) });
  const lasting = expiries.filter((day) => day === undefined).length;
  const now = asOf === today ? "today" : formatDay(asOf);
  const sentence = freshnessSentence(dates, { asOf, when: asOf === today ? now : `on ${now}` }, near);
  return { pieces: pieces.length, now, past, ahead, lasting, sentence };
}

/** "128 pieces of evidence count today, half of them no older than 120 days. 12 pieces … expire by 26 Feb 2027 …" */
function freshnessSentence(
  dates: readonly string[],
  { asOf, when }: Readonly<{ asOf: string; when: string }>,
  near: VerifiedAhead,
): string {
  if (dates.length === 0) return `No accepted evidence counts ${when}: nothing is verified.`;
  const ages = dates.map((date) => dayNumber(asOf) - dayNumber(date)).sort((a, b) => a - b);
  const middle = ages[Math.ceil(ages.length / 2) - 1] ?? 0;
  const many = dates.length === 1;
  const age = many
    ? `and is ${formatNumberOf(middle, "day")} old`
    : `half of them no older than ${formatNumberOf(middle, "day")}`;
  const counted = `${formatCount(dates.length)} ${many ? "piece of evidence counts" : "pieces of evidence count"} ${when}`;
  return `${counted}${many ? " " : ", "}${age}. ${near.sentence}`;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
