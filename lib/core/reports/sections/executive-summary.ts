import { type Cause, explainChange } from "../../scoring/change";
import {
  capitalise,
  formatBand,
  formatCount,
  formatDay,
  formatGain,
  formatLevel,
  formatNames,
  formatNumberOf,
} from "../../words/format";
import type { ReportContext, ScoredPillar } from "../context";
import type { Block, Text } from "../document";
import { bullets, gainWords, PAGE_BREAK, paragraph, personDays, soft, strong, unlockWords } from "../text";
import { PAGE_WIDTH } from "../widths";
import { headlineFigure } from "./headline-figure";
import { planOutlook } from "./plan-outlook";
import type { Section } from "./section";

const MOST_GATES = 4;
const MOST_GAINS = 3;
const FIRST_MOVES = 3;

/** One page for those with ninety seconds; every sentence is computed from the same rows as the tables behind it. */
export const executiveSummary: Section = (context) => [
  PAGE_BREAK,
  { kind: "heading", level: 1, text: "Executive summary" },
  headlineFigure(context, PAGE_WIDTH),
  ...standing(context),
  ...holdsBack(context),
  ...firstMoves(context),
  ...sinceLast(context),
  ...planReaches(context),
];

/** Stage with its reason, level with what is not known, what is verified, strongest and weakest pillar. */
export function standing(context: ReportContext): readonly Block[] {
  const { overall, score, scored, input } = context;
  if (!overall) {
    return [
      paragraph(
        "There is no score: no criterion is both in scope and applicable, so that nothing can be said about it.",
      ),
    ];
  }
  const stage = context.stage(overall.stage);
  const lowest = scored.filter(({ datum }) => datum.stage.number === stage.number);
  const open = score.inScope - score.answered;
  const sentences = [
    `${input.organization.name} is at stage ${stage.number} of ${stage.of}, ${stage.name}: ${lowestWords(lowest, scored)}.`,
    `The level is ${formatLevel(overall.low)} on a scale from 1 to ${stage.of}${bandSentence(overall, open, score.inScope)}.`,
    verifiedSentence(overall),
  ];
  return [
    { kind: "paragraph", tone: "lead", text: [sentences.join(" ")] },
    paragraph([...rankSentences(scored), ...levelWithoutStage(context)].join(" ")),
  ];
}

function lowestWords(lowest: readonly ScoredPillar[], scored: readonly ScoredPillar[]): string {
  const name = lowest[0]?.datum.stage.name ?? "";
  if (scored.length === 1) return "its only pillar in scope decides";
  if (lowest.length === scored.length) return `all ${formatCount(scored.length)} pillars are at ${name}`;
  if (lowest.length > 3) return `the lowest pillar decides, and ${lowest.length} of ${scored.length} are at ${name}`;
  const names = formatNames(lowest.map(({ pillar }) => pillar.title));
  return `the lowest pillar decides, and ${names} ${lowest.length === 1 ? "is" : "are"} at ${name}`;
}

function bandSentence(overall: Readonly<{ low: number; high: number }>, open: number, inScope: number): string {
  if (open === 0) return ", and every criterion is known";
  if (open === inScope) {
    const all = `none of ${formatNumberOf(inScope, "criterion", "criteria")} is known yet`;
    return ` and may be up to ${formatLevel(overall.high)}: ${all}`;
  }
  const criteria = `${formatCount(open)} of ${formatNumberOf(inScope, "criterion", "criteria")} ${open === 1 ? "is" : "are"} not known yet`;
  if (formatBand(overall) === formatLevel(overall.low)) return `; ${criteria}`;
  return ` and may be up to ${formatLevel(overall.high)}: ${criteria}`;
}

function verifiedSentence({ low, verified }: Readonly<{ low: number; verified: number }>): string {
  if (formatLevel(low) === "1.00") return "Nothing above the first stage is claimed yet.";
  const claims = formatLevel(low - verified);
  if (claims === "0.00") return `Accepted evidence verifies all of it.`;
  return `Accepted evidence verifies ${formatLevel(verified)}; ${claims} rests on claims alone.`;
}

function rankSentences(scored: readonly ScoredPillar[]): readonly string[] {
  const ranked = [...scored].sort((a, b) => b.datum.low - a.datum.low);
  const first = ranked[0]?.datum;
  const last = ranked.at(-1)?.datum;
  if (!first || !last || first === last) return [];
  if (formatLevel(first.low) === formatLevel(last.low)) {
    return [`All ${formatCount(scored.length)} pillars are at a level of ${formatLevel(first.low)}.`];
  }
  return [
    `The strongest pillar is ${first.name} (${formatLevel(first.low)}, ${first.stage.name}), the weakest ${last.name} (${formatLevel(last.low)}, ${last.stage.name}).`,
  ];
}

/** Pillars whose level has passed a stage that they don't have, and why. */
function levelWithoutStage({ scored, topicTitle, stage }: ReportContext): readonly string[] {
  return scored.flatMap(({ pillar, datum, reason }) => {
    const next = reason?.next;
    if (!next || datum.low < datum.stage.number + 1) return [];
    const name = stage(next.stage).name;
    const gates = next.shortGates.map(({ topic }) => topicTitle(topic));
    const why =
      gates.length === 0
        ? `too few of its topics have reached it`
        : `${gates.length === 1 ? "its gate" : "its gates"} ${formatNames(gates, { most: 3 })} ${gates.length === 1 ? "is" : "are"} short`;
    return [`${pillar.title} has the level of ${name} (${formatLevel(datum.low)}) and not the stage: ${why}.`];
  });
}

/** Short gates first, then the single criteria with the largest gain. */
export function holdsBack(context: ReportContext): readonly Block[] {
  const { gates, open, topicTitle, pillarTitle, stage } = context;
  const names = {
    pillar: pillarTitle,
    stage: (id: string) => stage(id).name,
  };
  const items: Text[] = gates.slice(0, MOST_GATES).map((gate) => {
    const effect = [
      gainWords(gate.gain.overall, "overall"),
      unlockWords(
        gate.unlocks.filter(({ of }) => of !== "topic"),
        names,
      ),
    ].filter(Boolean);
    return [
      strong(topicTitle(gate.topic)),
      `, gate of ${pillarTitle(gate.pillar)}, is short of ${stage(gate.needs).name}: ${formatNumberOf(gate.open.length, "criterion", "criteria")} open. Closing ${gate.open.length === 1 ? "it" : "them"}: ${effect.join(" · ")}.`,
    ];
  });
  if (gates.length > MOST_GATES) {
    const more = gates.length - MOST_GATES;
    items.push([
      soft(
        `${formatNumberOf(more, "more gate")} ${more === 1 ? "is" : "are"} short; the findings name ${more === 1 ? "it" : "them"}.`,
      ),
    ]);
  }
  const gains = [...open.values()]
    .filter(({ gain }) => gain.overall > 0)
    .sort((a, b) => b.gain.overall - a.gain.overall)
    .slice(0, MOST_GAINS)
    .map((item): Text => {
      const effect = [gainWords(item.gain.overall, "overall"), unlockWords(item.unlocks, names)].filter(Boolean);
      const where = `${pillarTitle(item.pillar)}, ${topicTitle(item.topic)}${item.unknown ? ", not known yet" : ""}`;
      return [`${context.criterion(item.criterion).criterion.statement} `, soft(`${where}: ${effect.join(" · ")}.`)];
    });
  if (items.length + gains.length === 0) return [];
  return [
    { kind: "heading", level: 2, text: "What holds it back" },
    ...bullets(...items),
    ...(gains.length === 0 ? [] : [paragraph("Of single criteria, these would gain most:"), ...bullets(...gains)]),
    ...askBlocks(context),
  ];
}

/** The topics whose unknown criteria widen the band most. */
function askBlocks({ questions, topicTitle, pillarTitle }: ReportContext): readonly Block[] {
  const topics = new Map(
    questions.map(({ topic, pillar }) => [topic, `${topicTitle(topic)} (${pillarTitle(pillar)})`]),
  );
  if (topics.size === 0) return [];
  return [
    paragraph(strong("Ask next"), ` about ${formatNames([...topics.values()])}: answers there narrow the band most.`),
  ];
}

/** Planned work that comes first, by start and then by gain; without a plan, what pays most. */
function firstMoves(context: ReportContext): readonly Block[] {
  const items = [...plannedMoves(context), ...(context.input.plan ? [] : bestMoves(context))].slice(0, FIRST_MOVES);
  const title = ["", "The first move", "The first two moves", "The first three moves"][items.length] ?? "";
  return items.length === 0
    ? []
    : [
        { kind: "heading", level: 2, text: title },
        { kind: "list", ordered: true, items },
      ];
}

function plannedMoves({ input: { plan }, soloGain, pillarTitle }: ReportContext): readonly Text[] {
  return (plan?.items ?? [])
    .filter(({ state }) => state === "open" || state === "in-progress")
    .map((item) => ({ ...item, alone: soloGain(item.initiative) }))
    .sort((a, b) => (a.start ?? "").localeCompare(b.start ?? "") || b.alone - a.alone)
    .map((item): Text => {
      const from = item.state === "in-progress" ? "in progress" : `from ${item.startQuarter ?? "now"}`;
      const facts = [gainWords(item.alone, "overall"), personDays(item.days), from, item.owner].filter(Boolean);
      return [strong(item.title), ` (${pillarTitle(item.pillar)}): ${facts.join(" · ")}.`];
    });
}

function bestMoves({ moves, pillarTitle, stage, effortWords }: ReportContext): readonly Text[] {
  return moves.map(({ initiative, gain, raises }): Text => {
    const opens = raises.map(({ pillar, to }) => `${pillarTitle(pillar)}: ${stage(to).name}`);
    const opening = opens.length > 0 ? `opens ${formatNames(opens)}` : "";
    const facts = [gainWords(gain, "overall"), opening, effortWords(initiative), initiative.owner].filter(Boolean);
    return [strong(initiative.title), `: ${facts.join(" · ")}.`];
  });
}

/** What moved since the newest earlier snapshot. */
export function sinceLast({ last, overall, scored, model, input }: ReportContext): readonly Block[] {
  if (!last || last.level === null || !overall) return [];
  const change = overall.low - last.level;
  const shown = formatGain(change);
  const whole =
    shown === "0.00"
      ? `The level has not moved since ${formatDay(last.asOf)} (${last.label}): ${formatLevel(overall.low)}.`
      : `Since ${formatDay(last.asOf)} (${last.label}) the level went from ${formatLevel(last.level)} to ${formatLevel(overall.low)}, ${shown}.`;
  const moved = scored
    .flatMap(({ pillar, datum }) => {
      const before = last.pillars[pillar.id];
      return before === undefined ? [] : [{ name: pillar.title, change: datum.low - before }];
    })
    .filter((entry) => formatGain(entry.change) !== "0.00")
    .sort((a, b) => b.change - a.change);
  const parts = moved.map((entry) => `${entry.name} ${formatGain(entry.change)}`);
  const pillars = parts.length === 0 ? "" : ` By pillar: ${formatNames(parts)}.`;
  const split =
    last.claims && explainChange({ model, claims: last.claims }, { model, claims: input.claims }, { measure: "low" });
  const causes = split ? causesSentence(split.causes) : "";
  return [{ kind: "heading", level: 2, text: "Since the last snapshot" }, paragraph(`${whole}${pillars}${causes}`)];
}

const CAUSE_WORDS: Readonly<Record<Cause, string>> = {
  scope: "changed scope",
  content: "changed content",
  known: "became known",
  real: "real change",
  evidence: "evidence",
  corrected: "answers corrected",
};

function causesSentence(causes: Readonly<Record<Cause, number>>): string {
  const order: readonly Cause[] = ["scope", "content", "known", "real", "evidence", "corrected"];
  const parts = order.filter((cause) => formatGain(causes[cause]) !== "0.00");
  if (parts.length === 0) return "";
  return ` By cause: ${formatNames(parts.map((cause) => `${CAUSE_WORDS[cause]} ${formatGain(causes[cause])}`))}.`;
}

function planReaches(context: ReportContext): readonly Block[] {
  const outlook = planOutlook(context);
  return outlook === undefined
    ? []
    : [{ kind: "heading", level: 2, text: "What the plan reaches" }, paragraph(capitalise(outlook))];
}
