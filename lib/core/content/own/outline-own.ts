import type { Questionnaire, Topic } from "../types";
import type { Overlay } from "./own-schema";

/** A topic in the editor's preview; `own` where the text adds it or something to it. */
export type OwnTopic = Readonly<{
  id: string;
  title: string;
  weight: number;
  gate: boolean;
  criteria: number;
  hidden: boolean;
  own: boolean;
}>;

/** What own content comes to: the tree of what would be asked, hidden topics in their places. */
export type OwnOutline = Readonly<{
  id: string;
  version: string;
  title: string;
  threshold: number;
  stages: Questionnaire["stages"];
  pillars: readonly Readonly<{ id: string; title: string; weight: number; topics: readonly OwnTopic[] }>[];
  criteria: number;
}>;

/** The tree of own content; of an overlay with what it hides of its base. */
export function outlineOwn(
  { id, version, title, threshold, stages, pillars }: Questionnaire,
  below?: Readonly<{ overlay: Overlay; base: Questionnaire }>,
): OwnOutline {
  const shown = pillars.flatMap((pillar) => pillar.topics);
  const tree = (below?.base.pillars ?? pillars).map((pillar) => {
    const now = pillars.find((candidate) => candidate.id === pillar.id);
    const left = pillar.topics.filter((topic) => !shown.some((other) => other.id === topic.id));
    return {
      id: pillar.id,
      title: pillar.title,
      weight: now?.weight ?? pillar.weight,
      topics: [...(now?.topics ?? []).map((topic) => row(topic, below?.overlay)), ...left.map(hiddenRow)],
    };
  });
  const criteria = shown.reduce((sum, topic) => sum + topic.criteria.length, 0);
  return { id, version, title, threshold, stages, pillars: tree, criteria };
}

function row({ id, title, weight, gate, criteria }: Topic, overlay: Overlay | undefined): OwnTopic {
  const own =
    overlay !== undefined &&
    (overlay.topics.some((topic) => topic.id === id) ||
      id in overlay.weights ||
      criteria.some(
        (criterion) => criterion.id in overlay.weights || overlay.criteria.some((added) => added.id === criterion.id),
      ));
  return { id, title, weight, gate, criteria: criteria.length, hidden: false, own };
}

function hiddenRow(topic: Topic): OwnTopic {
  return { ...row(topic, undefined), hidden: true };
}
