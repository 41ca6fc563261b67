import type { Gain, OpenCriterion } from "../../scoring/explain";
import { capitalise } from "../../words/format";
import type { ContentIndex } from "../content-index";
import type { DashboardInput } from "../dashboard-input";
import { unlockWords } from "../unlock-words";

/** An open criterion with its exact gains, ready to be shown. */
export type OpenRow = Readonly<{
  id: string;
  statement: string;
  pillar: string;
  topic: string;
  gate: boolean;
  /** Name of the stage that it belongs to. */
  stage: string;
  /** Low value in [0, 1). */
  value: number;
  unknown: boolean;
  gain: Gain;
  /** "Opens Network: Advanced", or "". */
  opens: string;
  href: string;
  walkHref: string;
}>;

/** Open criteria by gain, the largest first; of equal gains in the order of the content. */
export function openRows(
  { links }: Pick<DashboardInput, "links">,
  open: readonly OpenCriterion[],
  { by, index }: Readonly<{ by: keyof Gain; index: ContentIndex }>,
): readonly OpenRow[] {
  return [...open]
    .sort((a, b) => b.gain[by] - a.gain[by])
    .map((item): OpenRow => {
      const { criterion, topic, pillar } = index.criterionOf(item.criterion);
      return {
        id: criterion.id,
        statement: criterion.statement,
        pillar: pillar.title,
        topic: topic.short,
        gate: topic.gate,
        stage: index.stageOf(item.stage).name,
        value: item.value,
        unknown: item.unknown,
        gain: item.gain,
        opens: capitalise(unlockWords(item.unlocks, index)),
        href: links.explain({ of: "criterion", id: criterion.id }),
        walkHref: links.walk(topic.id),
      };
    });
}
