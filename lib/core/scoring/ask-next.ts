import type { Model } from "./compile-model";
import { at } from "./evaluate";
import { readValues } from "./read-values";
import type { Claims } from "./types";
import { createWhatIf, slotsByCriterion } from "./what-if";

/** An unknown criterion and by how much its answer narrows the band between the overall low and high level. */
export type Question = Readonly<{
  criterion: string;
  topic: string;
  pillar: string;
  /** Rise of low if the answer is met. */
  ifMet: number;
  /** Fall of high if the answer is not met. */
  ifNotMet: number;
  /** Mean of the two. */
  narrows: number;
}>;

/**
 * The unknowns to ask next: those whose answer narrows the band most. An answer of met raises only low, an answer of not
 * met lowers only high; as nobody knows which it will be, the mean of the two ranks them.
 *
 * @param limit how many at most
 */
export function askNext(model: Model, claims: Claims, { limit = 10 }: { limit?: number } = {}): readonly Question[] {
  const values = readValues(model, claims);
  const low = createWhatIf(model, values.low);
  const high = createWhatIf(model, values.high);
  const questions: Question[] = [];
  slotsByCriterion(model, values.low).forEach((slots, criterion) => {
    const slot = slots[0];
    if (slot === undefined || values.low[slot] === values.high[slot]) return;
    const topic = at(model.topics, model.slots.topic[slot] ?? 0);
    const ifMet = low.ask(slots, 1, (changed) => changed.level) - low.base.level;
    const ifNotMet = high.base.level - high.ask(slots, 0, (changed) => changed.level);
    questions.push({
      criterion: at(model.criteria, criterion),
      topic: topic.id,
      pillar: at(model.pillars, topic.pillar).id,
      ifMet,
      ifNotMet,
      narrows: (ifMet + ifNotMet) / 2,
    });
  });
  return questions.sort((a, b) => b.narrows - a.narrows).slice(0, limit);
}
