import { type Cause, type Change, explainChange } from "../scoring/change";
import type { AssessmentScore } from "../scoring/types";
import { capitalise, formatDay, formatGain, formatLevel, formatNames } from "../words/format";
import type { DashboardInput } from "./dashboard-input";

/** The part that one cause has in the change of the overall level. */
export type ChangeRow = Readonly<{ cause: Cause; name: string; change: number }>;

/** How the overall level changed since a snapshot, and by what. */
export type ChangeView = Readonly<{
  /** Id of the snapshot. */
  id: string;
  /** Day of the snapshot. */
  since: string;
  label: string;
  low: number;
  verified: number;
  /** Causes with a part that shows at two decimals, scope and content first; all of them add up to `low`. */
  rows: readonly ChangeRow[];
  /** "Since 27 Nov 2025: +0.14, of it +0.11 real change and +0.05 became known; verified +0.21." */
  sentence: string;
  change: Change;
}>;

/** Every cause with its name and what it is: scope and content first, because they aren't maturity. */
export const CAUSES: readonly Readonly<{ cause: Cause; name: string; what: string }>[] = [
  {
    cause: "scope",
    name: "Scope",
    what: "Topics or criteria that came into or went out of scope, or apply or no longer do.",
  },
  { cause: "content", name: "Content", what: "A newer version of the questionnaire." },
  { cause: "real", name: "Real change", what: "Answers that changed because the organization did." },
  {
    cause: "known",
    name: "Became known",
    what: "Questions that were open and are answered now, or the other way round.",
  },
  { cause: "corrected", name: "Answers corrected", what: "Answers that had been wrong." },
  {
    cause: "evidence",
    name: "Evidence",
    what: "Evidence gained, expired or contradicting; it moves the verified level alone.",
  },
];

/** Causes in their order, as one phrase: "Real change and answers corrected". */
export function causesWords(causes: readonly Cause[]): string {
  const names = CAUSES.filter(({ cause }) => causes.includes(cause)).map(({ name }) => name.toLowerCase());
  return capitalise(formatNames(names));
}

/** The change of the overall level since the snapshot that is compared with; null without one, or where one side has no score. */
export function describeChange(
  { model, claims, against }: Pick<DashboardInput, "model" | "claims" | "against">,
  { overall }: Pick<AssessmentScore, "overall">,
): ChangeView | null {
  if (!against?.past.overall || !overall) return null;
  const change = explainChange(against.state, { model, claims }, { measure: "low", corrected: against.corrected });
  if (!change) return null;
  const low = change.to - change.from;
  const verified = overall.verified - against.past.overall.verified;
  const rows = CAUSES.map(({ cause, name }) => ({ cause, name, change: change.causes[cause] })).filter(shows);
  const { id, day, label } = against.past;
  return {
    id,
    since: day,
    label,
    low,
    verified,
    rows,
    sentence: changeSentence({ since: day, from: change.from, to: change.to, verified, rows }),
    change,
  };
}

/** Says what the rows show. */
export function changeSentence({
  since,
  from,
  to,
  verified,
  rows,
}: Readonly<{ since: string; from: number; to: number; verified: number; rows: readonly ChangeRow[] }>): string {
  const parts = rows.filter(shows).map(({ name, change }) => `${formatGain(change)} ${name.toLowerCase()}`);
  const whole =
    parts.length === 0
      ? `the level ${smallMoveWords({ from, to })}`
      : `${formatGain(to - from)}, of it ${formatNames(parts)}`;
  return `Since ${formatDay(since)}: ${whole}; verified ${formatGain(verified)}.`;
}

/**
 * How a level moved of whose causes none shows at two decimals, so that it agrees with the figures beside it: "is the same",
 * "went from 1.02 to 1.03, by less than 0.005", "moved by +0.01, less than 0.005 of it by each cause".
 */
export function smallMoveWords({ from, to }: Pick<Change, "from" | "to">): string {
  const whole = formatGain(to - from);
  if (whole !== "0.00") return `moved by ${whole}, less than 0.005 of it by each cause`;
  if (formatLevel(from) === formatLevel(to)) return "is the same";
  return `went from ${formatLevel(from)} to ${formatLevel(to)}, by less than 0.005`;
}

function shows({ change }: Pick<ChangeRow, "change">): boolean {
  return formatGain(change) !== "0.00";
}
