import { dayNumber, dayOf } from "../../charts/time-scale";
import type { PlanItem, RoadmapPlan } from "../../planning/types";
import { formatCount, formatDay, formatGain, formatLevel, formatNumberOf } from "../../words/format";
import type { VerifiedAhead } from "../verified-ahead";
import type { AcceptedRisk } from "./accepted-risk";

/** Something that somebody has to decide, and why. */
export type Decision = Readonly<{ id: string; text: string; why: string }>;

type Facts = Readonly<{
  plan: RoadmapPlan | null;
  risks: readonly AcceptedRisk[];
  ahead: VerifiedAhead;
  target?: number;
  pillarTitle: (id: string) => string;
  asOf: string;
}>;

const MOST = 7;
const STARTS_SHOWN = 3;
const AHEAD_DAYS = 92;

/** What is to be decided next, the most pressing first: what is overdue, what misses its target, what starts, what ends. */
export function nextDecisions(facts: Facts): readonly Decision[] {
  return [...overdue(facts), ...missed(facts), ...starting(facts), ...ending(facts)].slice(0, MOST);
}

function overdue({ plan, risks }: Facts): readonly Decision[] {
  const late = (plan?.items ?? []).filter((item) => item.late);
  return [
    ...late.map(({ initiative, title, state, end, owner }) => ({
      id: initiative,
      text: `Set a new date for “${title}”, or drop it`,
      why:
        state === "in-progress"
          ? `It was to end on ${dayWords(end)}; ${owner} leads it.`
          : `It should have started; ${owner} leads it.`,
    })),
    ...risks
      .filter(({ expired }) => expired)
      .map(({ criterion, statement, expires, owner }) => ({
        id: criterion,
        text: `Renew or end the accepted risk on “${statement}”`,
        why: `It ran out on ${formatDay(expires)}; ${owner} answers for it.`,
      })),
  ];
}

function missed({ plan, target, pillarTitle }: Facts): readonly Decision[] {
  if (target === undefined) {
    return [
      {
        id: "target",
        text: "Set a target for every pillar",
        why: "Without one there is no target for the whole, and no plan towards it.",
      },
    ];
  }
  return (plan?.targets ?? [])
    .filter(({ reached, onTime }) => reached === "not-reached" || onTime === false)
    .map(({ pillar, target: aim, level, quarter }) => ({
      id: `target ${pillar}`,
      text: `${pillarTitle(pillar)}: more capacity, a later date or a lower target`,
      why: quarter
        ? `The plan reaches ${formatLevel(aim)} only in ${quarter}.`
        : `The plan ends at ${formatLevel(level)} of ${formatLevel(aim)}.`,
    }));
}

function starting({ plan, asOf }: Facts): readonly Decision[] {
  const until = dayOf(dayNumber(asOf) + AHEAD_DAYS);
  return (plan?.items ?? [])
    .filter(
      (item): item is PlanItem & { start: string } =>
        item.state === "open" && !item.late && item.start !== null && item.start <= until,
    )
    .sort((a, b) => b.gain - a.gain)
    .slice(0, STARTS_SHOWN)
    .map(({ initiative, title, start, days, gain, owner }) => ({
      id: initiative,
      text: `Start “${title}” by ${formatDay(start)}`,
      why: `${formatNumberOf(Math.round(days), "person-day")}, ${formatGain(gain)} overall once it is done; ${owner} leads it.`,
    }));
}

function ending({ ahead, risks, asOf }: Facts): readonly Decision[] {
  const pieces = ahead.drops.reduce((sum, drop) => sum + drop.pieces, 0);
  const soon = risks.filter(({ expired, expires }) => !expired && expires <= dayOf(dayNumber(asOf) + AHEAD_DAYS));
  return [
    ...soon.map(({ criterion, statement, expires }) => ({
      id: criterion,
      text: `Decide on the accepted risk on “${statement}”`,
      why: `It ends on ${formatDay(expires)}.`,
    })),
    ...(pieces > 0
      ? [
          {
            id: "evidence",
            text: `Renew ${formatCount(pieces)} ${pieces === 1 ? "piece" : "pieces"} of evidence`,
            why: ahead.sentence,
          },
        ]
      : []),
  ];
}

function dayWords(day: string | null): string {
  return day ? formatDay(day) : "a day that nobody noted";
}
