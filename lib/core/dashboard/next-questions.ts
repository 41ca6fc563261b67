import type { Question } from "../scoring/ask-next";
import type { Model } from "../scoring/compile-model";
import type { Values } from "../scoring/read-values";
import { createWhatIf, slotsByCriterion } from "../scoring/what-if";
import { formatCount, formatGain } from "../words/format";
import type { ContentIndex } from "./content-index";
import type { DashboardInput } from "./dashboard-input";

export type NextQuestion = Readonly<{ id: string; statement: string; topic: string; pillar: string; walkHref: string }>;
export type NextQuestions = Readonly<{ questions: readonly NextQuestion[]; sentence: string }>;

/** How wide the overall band would be, at least and at most, once some criteria are answered met or not met. */
export type BandAfter = Readonly<{ least: number; most: number }>;

/**
 * The width of the overall band after answers to `criteria`, over all 2^k ways in which each is met or not met.
 *
 * @param criteria ids, few: the work doubles with each
 */
export function bandAfter(model: Model, values: Values, criteria: readonly string[]): BandAfter {
  const low = createWhatIf(model, values.low);
  const high = createWhatIf(model, values.high);
  const bySlots = slotsByCriterion(model, values.low);
  const slots = criteria.map((id) => bySlots[model.indexOfCriterion.get(id) ?? -1] ?? []);
  const widths: number[] = [];
  for (let ways = 0; ways < 2 ** slots.length; ways++) {
    const met = slots.flatMap((own, i) => (ways & (1 << i) ? own : []));
    const notMet = slots.flatMap((own, i) => (ways & (1 << i) ? [] : own));
    const lowLevel = low.ask(met, 1, (changed) => changed.level);
    const highLevel = high.ask(notMet, 0, (changed) => changed.level);
    widths.push(highLevel - lowLevel);
  }
  return { least: Math.min(...widths), most: Math.max(...widths) };
}

/** The questions to ask next, and by how much their answers narrow the band, whatever they turn out to be. */
export function nextQuestions(
  { links }: Pick<DashboardInput, "links">,
  questions: readonly Question[],
  { now, after }: Readonly<{ now: number; after: BandAfter }>,
  index: ContentIndex,
): NextQuestions {
  const asked = questions.map(({ criterion: id }): NextQuestion => {
    const { criterion, topic, pillar } = index.criterionOf(id);
    const place = { topic: topic.short, pillar: pillar.title, walkHref: links.walk(topic.id) };
    return { id, statement: criterion.statement, ...place };
  });
  return { questions: asked, sentence: narrowsWords(asked.length, now, after) };
}

function narrowsWords(count: number, now: number, { least, most }: BandAfter): string {
  if (count === 0) return "Nothing is left to ask: every criterion in scope is known.";
  const width = (level: number) => formatGain(level).replace("+", "");
  if (width(least) === width(now)) return "Each answer narrows the band by less than 0.01.";
  const to = width(least) === width(most) ? width(most) : `between ${width(least)} and ${width(most)}`;
  const answers = count === 1 ? "One answer narrows" : `${SMALL[count] ?? formatCount(count)} answers narrow`;
  return `${answers} the band from ${width(now)} to ${to}.`;
}

const SMALL: Readonly<Record<number, string>> = { 2: "Two", 3: "Three", 4: "Four", 5: "Five" };
