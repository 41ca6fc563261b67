import type { Gain, Unlock } from "../scoring/explain";
import { formatLevel, formatNumberOf } from "../words/format";

/** What the panel says of a focused criterion under the topic's level. */
export type LevelNote = Readonly<{
  /** What meeting it alone would bring; absent where it is met, left out or out of scope. */
  preview?: Readonly<{ gain: Gain; unlocks: readonly Unlock[] }>;
  /** Whether evidence contradicts this criterion's claim. */
  contradicted: boolean;
  /** Criteria of the topic that aren't known. */
  open: number;
  low: number;
  high: number;
  verified: number;
  nameOf: (stage: string) => string;
  /** Title of a pillar, for what opens there. */
  pillar: string;
}>;

/** "Met here would add 0.03 to the topic, nothing to the stage. One criterion is not known yet: up to 2.63." */
export function levelNoteWords(note: LevelNote): string {
  const sentences: string[] = [];
  if (note.preview) sentences.push(previewWords(note.preview, note));
  if (note.contradicted && note.verified < note.low) {
    sentences.push(`The contradiction below holds the verified level at ${formatLevel(note.verified)}.`);
  }
  if (note.open > 0 && formatLevel(note.high) !== formatLevel(note.low)) {
    const verb = note.open === 1 ? "is" : "are";
    sentences.push(
      `${formatNumberOf(note.open, "criterion", "criteria")} ${verb} not known yet: up to ${formatLevel(note.high)}.`,
    );
  }
  return sentences.join(" ");
}

function previewWords({ gain, unlocks }: NonNullable<LevelNote["preview"]>, { nameOf, pillar }: LevelNote): string {
  const opens = unlocks.map(({ of, to }) => {
    if (of === "topic") return `${nameOf(to)} here`;
    return of === "pillar" ? `${pillar}: ${nameOf(to)}` : `overall: ${nameOf(to)}`;
  });
  const small = formatLevel(gain.topic) === formatLevel(0);
  const added = small ? (gain.topic > 0 ? "less than 0.01" : "nothing") : formatLevel(gain.topic);
  if (opens.length > 0) return `Met here would add ${added} to the topic; it opens ${opens.join(", ")}.`;
  if (added === "nothing") return "Met here would add nothing yet: the stage below comes first.";
  return `Met here would add ${added} to the topic, nothing to the stage.`;
}
