import type { RoadmapPlan } from "../../planning/types";
import { pillarsSentence, trendSentence } from "../../words/charts";
import { formatCount, formatDay, formatGain, formatLevel, formatNumberOf } from "../../words/format";
import { smallMoveWords } from "../change-rows";
import type { ContentIndex } from "../content-index";
import type { Dashboard } from "../describe-dashboard";
import { GAIN_DIGITS } from "../hold-back";
import { type AcceptedRisk, acceptedRisk, type StoredException } from "./accepted-risk";
import { type Decision, nextDecisions } from "./next-decisions";

export type SlideKind = "standing" | "change" | "hold-back" | "plan" | "risk" | "decisions";

/** One slide: one message, and what to say of it. */
export type Slide = Readonly<{ kind: SlideKind; topic: string; message: string; notes: readonly string[] }>;

/** All that is shown to a board, and what its slides draw beside the dashboard's own rows. */
export type Presentation = Readonly<{
  slides: readonly Slide[];
  risks: readonly AcceptedRisk[];
  decisions: readonly Decision[];
}>;

type Facts = Readonly<{
  dashboard: Dashboard;
  index: ContentIndex;
  plan: RoadmapPlan | null;
  exceptions: readonly StoredException[];
  asOf: string;
  /** Day of the target. */
  by?: string;
}>;

/** Writes a presentation from the dashboard's numbers: six slides, each with its message and notes to speak from. */
export function describeSlides({ dashboard, index, plan, exceptions, asOf, by }: Facts): Presentation {
  const risks = acceptedRisk(exceptions, asOf, index);
  const { overall, ahead } = dashboard;
  const pillarTitle = (id: string) => index.pillars.get(id)?.title ?? id;
  const decisions = nextDecisions({ plan, risks, ahead, target: overall.target, pillarTitle, asOf });
  const slides = [
    standing(dashboard),
    changed(dashboard),
    heldBack(dashboard),
    planned(dashboard, plan, by),
    risky(risks),
    next(decisions),
  ];
  return { slides, risks, decisions };
}

function standing({ overall, pillars, answered, inScope, inShort }: Dashboard): Slide {
  const [first = ""] = inShort;
  return {
    kind: "standing",
    topic: "Where we stand",
    message: `We stand at ${formatLevel(overall.low)}: ${overall.stage.name}`,
    notes: [
      first,
      overall.reason,
      pillarsSentence(pillars, overall),
      `${formatCount(answered)} of ${formatCount(inScope)} criteria are known. A level is never rounded into a stage: every gate must hold, and most of the weight.`,
    ],
  };
}

function changed({ change, pillars, ahead }: Dashboard): Slide {
  if (!change) {
    return {
      kind: "change",
      topic: "What changed",
      message: "There is no earlier snapshot to compare with",
      notes: [
        "Each approval keeps a snapshot. From the next one on this slide says how far the level moved, and by what.",
      ],
    };
  }
  const [largest] = [...change.rows].sort((a, b) => Math.abs(b.change) - Math.abs(a.change));
  const most = largest ? `, most of it ${largest.name.toLowerCase()}` : "";
  const moves = pillars.flatMap(({ name, low, last }) =>
    last === undefined ? [] : [`${name} ${formatLevel(last)} to ${formatLevel(low)}`],
  );
  return {
    kind: "change",
    topic: "What changed",
    message: largest
      ? `${formatGain(change.low)} since ${formatDay(change.since)}${most}`
      : `Since ${formatDay(change.since)} the level ${smallMoveWords(change.change)}`,
    notes: [change.sentence, ...(moves.length > 0 ? [`By pillar: ${moves.join("; ")}.`] : []), ahead.sentence],
  };
}

function heldBack({ holdBack: { items, gates, open }, next }: Dashboard): Slide {
  const [first] = items;
  return {
    kind: "hold-back",
    topic: "What holds us back",
    message: first ? `First in the way: ${first.kind === "gate" ? "the gate " : ""}${first.title}` : "Nothing is open",
    notes: [
      `${formatNumberOf(gates, "gate")} ${gates === 1 ? "is" : "are"} short, and ${formatNumberOf(open, "criterion", "criteria")} ${open === 1 ? "is" : "are"} open.`,
      ...items.map(({ title, detail, gain }) => `${title}: ${formatGain(gain, GAIN_DIGITS)}. ${detail}.`),
      next.sentence,
    ],
  };
}

function planned(
  { overall, pillars, trend, projection, pace }: Dashboard,
  plan: RoadmapPlan | null,
  by: string | undefined,
): Slide {
  const { target } = overall;
  const sentence = trendSentence({ snapshots: trend, projection, target, by, pace: pace.sentence });
  const days = plan?.items.filter(({ state }) => state !== "done").reduce((sum, item) => sum + item.days, 0) ?? 0;
  const message =
    target === undefined
      ? "No target is set for every pillar"
      : `The target is ${formatLevel(target)}${by ? ` by ${formatDay(by)}` : ""}; ${formatLevel(Math.max(target - overall.low, 0))} is missing`;
  return {
    kind: "plan",
    topic: "Plan and target",
    message,
    notes: [
      sentence,
      ...(plan && days > 0
        ? [
            `What is still to be done takes ${formatNumberOf(Math.round(days), "person-day")}${targetsWords(plan, pillars)}.`,
          ]
        : []),
    ],
  };
}

/** "; every pillar reaches its target in time"; empty where no pillar has a target. */
function targetsWords({ targets }: RoadmapPlan, pillars: Dashboard["pillars"]): string {
  if (targets.length === 0) return "";
  const late = targets.filter(({ reached, onTime }) => reached === "not-reached" || onTime === false).length;
  if (late > 0)
    return `; ${formatNumberOf(late, "pillar")} ${late === 1 ? "misses its target" : "miss their targets"} or the day`;
  const when = targets.some(({ onTime }) => onTime !== null) ? " in time" : "";
  const aimed = pillars.filter(({ id }) => targets.some(({ pillar }) => pillar === id)).length;
  if (aimed === pillars.length) return `; every pillar reaches its target${when}`;
  return `; ${formatNumberOf(aimed, "pillar")} of ${formatCount(pillars.length)} ${aimed === 1 ? "has a target and reaches" : "have a target and reach"} it${when}`;
}

function risky(risks: readonly AcceptedRisk[]): Slide {
  const expired = risks.filter(({ expired: gone }) => gone).length;
  const gone = expired === 0 ? "" : `; ${formatCount(expired)} of them ${expired === 1 ? "has" : "have"} run out`;
  return {
    kind: "risk",
    topic: "Risk accepted",
    message:
      risks.length === 0
        ? "No deviation is accepted as a risk"
        : `${formatNumberOf(risks.length, "deviation")} ${risks.length === 1 ? "is" : "are"} accepted as a risk${gone}`,
    notes: [
      "An acceptance changes no score: the criterion counts as it is answered.",
      ...risks.map(
        ({ statement, owner, expires, reason }) => `${statement} ${owner}, until ${formatDay(expires)}: ${reason}`,
      ),
    ],
  };
}

function next(decisions: readonly Decision[]): Slide {
  return {
    kind: "decisions",
    topic: "Next decisions",
    message:
      decisions.length === 0
        ? "Nothing waits for a decision"
        : `${formatNumberOf(decisions.length, "decision")} ${decisions.length === 1 ? "is" : "are"} needed`,
    notes: decisions.map(({ text, why }) => `${text}. ${why}`),
  };
}
