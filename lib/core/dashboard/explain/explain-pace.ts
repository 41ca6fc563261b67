import { dayNumber } from "../../charts/time-scale";
import { scoreAssessment } from "../../scoring/score";
import type { ContentIndex } from "../content-index";
import type { DashboardInput } from "../dashboard-input";
import { type PaceView, paceView } from "../pace-view";
import { overallTarget } from "../target-level";
import { trendPoints } from "../trend-points";
import { exact } from "./formula";

/** One step of the pace: from a point to the next. */
export type PaceStep = Readonly<{ day: string; name: string; level: number; gain?: number; years?: number }>;

/** How the present pace, and the odds of the target at it, come about. */
export type PaceExplanation = Readonly<{
  of: "pace";
  title: string;
  view: PaceView;
  steps: readonly PaceStep[];
  /** With their numbers filled in; none without a pace. */
  formulas: readonly Readonly<{ name: string; text: string }>[];
}>;

const DAYS_A_YEAR = 365.25;

/** "left-out" where there is no score. */
export function explainPace(input: DashboardInput, index: ContentIndex): PaceExplanation | "left-out" {
  const score = scoreAssessment(input.model, input.claims);
  if (!score.overall) return "left-out";
  const scored = score.pillars.map(({ id }) => id);
  const points = trendPoints(input, score.overall.low);
  const target = overallTarget({ pillars: [...index.pillars.values()] }, input.target, scored);
  const view = paceView(points, target, input.claims.asOf);
  const steps = points.map(({ day, level, name = "" }, i): PaceStep => {
    const before = points[i - 1];
    if (!before) return { day, name, level };
    const years = (dayNumber(day) - dayNumber(before.day)) / DAYS_A_YEAR;
    return { day, name, level, gain: level - before.level, years };
  });
  return { of: "pace", title: "Pace and target", view, steps, formulas: formulasOf(view, steps) };
}

function formulasOf({ pace, target, odds }: PaceView, steps: readonly PaceStep[]): PaceExplanation["formulas"] {
  const first = steps[0];
  const last = steps.at(-1);
  if (pace.kind !== "known" || !first || !last) return [];
  const seen = exact((dayNumber(pace.to) - dayNumber(pace.from)) / DAYS_A_YEAR);
  const squares = steps
    .flatMap(({ gain, years }) =>
      gain === undefined || years === undefined
        ? []
        : `(${exact(gain)} − ${exact(pace.perYear)} × ${exact(years)})² ÷ ${exact(years)}`,
    )
    .join(" + ");
  return [
    { name: "Pace a year", text: `(${exact(last.level)} − ${exact(first.level)}) ÷ ${seen} = ${exact(pace.perYear)}` },
    { name: "Spread", text: `√((${squares}) ÷ ${pace.points - 2}) = ${exact(pace.spread)}` },
    ...(odds.length > 0 && target !== undefined
      ? [
          {
            name: "Odds after h years",
            text: `P(T ≤ (${exact(pace.perYear)} h − ${exact(target - last.level)}) ÷ (${exact(pace.spread)} × √(h + h² ÷ ${seen}))), T of Student with ${pace.points - 2} degrees of freedom`,
          },
        ]
      : []),
  ];
}
