import type { Questionnaire } from "../../content/types";
import { type Cause, type Change, explainChange, type State } from "../../scoring/change";
import { evaluate } from "../../scoring/evaluate";
import { readValues } from "../../scoring/read-values";
import type { Answer } from "../../scoring/types";
import { formatDay, formatGain, formatLevel, formatNames } from "../../words/format";
import type { DashboardLinks } from "../addresses";
import { CAUSES, smallMoveWords } from "../change-rows";
import { indexContent } from "../content-index";
import { type ChangedBy, type ChangedCriterion, changedCriteria } from "./changed-criteria";
import { type ChangedTopic, changedTopics } from "./changed-topics";

/** One of the two dates: a snapshot, or now. */
export type DateEnd = Readonly<{ id: string; day: string; label: string; state: State }>;

/** One step of the waterfall: from one level to the next. Each begins where the one before ends. */
export type WaterfallStep = Readonly<{
  cause: Cause;
  name: string;
  what: string;
  change: number;
  from: number;
  to: number;
}>;

/** How a level came from one date to another. */
export type TwoDates = Readonly<{
  measure: "low" | "verified";
  a: Omit<DateEnd, "state">;
  b: Omit<DateEnd, "state">;
  from: number;
  to: number;
  /** Every cause, scope and content first; the last ends at `to`. */
  steps: readonly WaterfallStep[];
  /** By size of change; with scope and content they add up to the whole. */
  topics: readonly ChangedTopic[];
  criteria: readonly ChangedCriterion[];
  sentence: string;
}>;

type Input = Readonly<{
  a: DateEnd;
  b: DateEnd;
  /** Content of the later date. */
  questionnaire: Questionnaire;
  measure: "low" | "verified";
  by: ChangedBy;
  /** What answers of the earlier date should have been, by criterion. */
  corrected: ReadonlyMap<string, Answer>;
  links: Pick<DashboardLinks, "explain">;
}>;

/** Splits the change of the overall level between two dates by cause and by topic. Null where one of them has no score. */
export function describeDates({ a, b, questionnaire, measure, by, corrected, links }: Input): TwoDates | null {
  const change = explainChange(a.state, b.state, { measure, corrected });
  if (!change) return null;
  const index = indexContent(questionnaire);
  const criteria = changedCriteria({ change, a: a.state, b: b.state, by }, index, links);
  const steps = waterfall(change);
  return {
    measure,
    a: endOf(a),
    b: endOf(b),
    from: change.from,
    to: change.to,
    steps,
    topics: changedTopics(
      { criteria, before: topicLevels(a.state, measure), after: topicLevels(b.state, measure) },
      index,
      links,
    ),
    criteria,
    sentence: datesSentence({ a: a.day, b: b.day, change, steps, measure }),
  };
}

/** The causes as steps from the earlier level to the later one. The last ends at it exactly, whatever rounding the sum has. */
function waterfall({ from, to, causes }: Change): readonly WaterfallStep[] {
  let at = from;
  return CAUSES.map(({ cause, name, what }, i) => {
    const start = at;
    at = i === CAUSES.length - 1 ? to : start + causes[cause];
    return { cause, name, what, change: causes[cause], from: start, to: at };
  });
}

function topicLevels({ model, claims }: State, measure: "low" | "verified"): ReadonlyMap<string, number> {
  const run = evaluate(model, readValues(model, claims)[measure]);
  // 0 marks what is left out.
  return new Map(
    model.topics.map(({ id }, t) => [id, run.topicLevel[t] ?? 0] as const).filter(([, level]) => level > 0),
  );
}

function endOf({ id, day, label }: DateEnd): Omit<DateEnd, "state"> {
  return { id, day, label };
}

function datesSentence({
  a,
  b,
  change: { from, to },
  steps,
  measure,
}: Readonly<{
  a: string;
  b: string;
  change: Change;
  steps: readonly WaterfallStep[];
  measure: "low" | "verified";
}>): string {
  const whole = formatGain(to - from);
  const level = measure === "low" ? "claimed" : "verified";
  const parts = steps.filter(({ change }) => formatGain(change) !== "0.00");
  const why = formatNames(parts.map(({ name, change }) => `${formatGain(change)} ${name.toLowerCase()}`));
  const span = `From ${formatDay(a)} to ${formatDay(b)} the ${level} level`;
  if (parts.length === 0) {
    const still = whole === "0.00" && formatLevel(from) === formatLevel(to);
    return `${span} ${still ? `stayed at ${formatLevel(to)}` : smallMoveWords({ from, to })}.`;
  }
  return `${span} moved by ${whole} overall, from ${formatLevel(from)} to ${formatLevel(to)}: ${why}.`;
}
