import type { StageRef } from "../../marks/stage-ref";
import type { Evaluation } from "../../scoring/evaluate";
import { exact, type Formula, type MeasureName, meanText, present } from "./formula";
import { MEASURES, type Runs } from "./runs";

/** A pillar or topic as a part of a weighted mean; a level is absent where the part is left out of that measure. */
export type WeightedPart = Readonly<{
  id: string;
  name: string;
  href: string;
  weight: number;
  levels: Readonly<Record<MeasureName, number | undefined>>;
  /** By the claimed score; absent where it has none, and for subsets, which have levels alone. */
  stage?: StageRef;
  gate: boolean;
}>;

/** The levels of one part in the three runs. */
export function levelsOf(
  runs: Runs,
  read: (run: Evaluation) => number | undefined,
): Readonly<Record<MeasureName, number | undefined>> {
  return {
    claimed: present(read(runs.claimed), 0),
    upTo: present(read(runs.upTo), 0),
    verified: present(read(runs.verified), 0),
  };
}

/** The mean of the parts, three times, with the result that scoring gave. */
export function meanFormulas(
  parts: readonly WeightedPart[],
  results: Readonly<Record<MeasureName, number | undefined>>,
): readonly Formula[] {
  return MEASURES.flatMap((measure): readonly Formula[] => {
    const result = results[measure];
    if (result === undefined) return [];
    const values = parts.map(({ weight, levels }) => ({ weight, value: levels[measure] }));
    return [{ measure, text: `${meanText(values)} = ${exact(result)}`, result }];
  });
}
