import { resolveTopic } from "../read";
import type { Criterion, Initiative, Pillar, Questionnaire, Topic } from "../types";
import type { Overlay } from "./own-schema";

/** Something in an overlay that its base doesn't have a place for. */
export type Misfit = Readonly<{ path: readonly PropertyKey[]; message: string }>;
export type ResolvedOverlay = Readonly<{ questionnaire: Questionnaire; misfits: readonly Misfit[] }>;

/**
 * A base version with an overlay's changes: a whole questionnaire of the overlay's name. Pure. What doesn't fit is named and left out, so that
 * the rest can be looked at.
 */
export function resolveOverlay(base: Questionnaire, overlay: Overlay): ResolvedOverlay {
  const misfits = findMisfits(base, overlay);
  const hidden = new Set(overlay.hide);
  const weigh = <T extends { id: string; weight: number }>(item: T): T => {
    const weight = overlay.weights[item.id];
    return weight === undefined ? item : { ...item, weight };
  };
  const added = addedCriteria(base, overlay);
  const whole = (topic: Topic): Topic => ({
    ...weigh(topic),
    criteria: [...topic.criteria, ...(added.get(topic.id) ?? [])].map(weigh),
  });
  const pillars = base.pillars.flatMap((pillar): readonly Pillar[] => {
    const own = overlay.topics.filter(({ id }) => id.startsWith(`${pillar.id}.`)).map(resolveTopic);
    const topics = [...pillar.topics.filter(({ id }) => !hidden.has(id)), ...own].map(whole);
    return topics.length === 0 ? [] : [{ ...weigh(pillar), topics }];
  });
  const topics = pillars.flatMap((pillar) => pillar.topics);
  const questionnaire: Questionnaire = {
    ...base,
    id: overlay.id,
    version: overlay.version,
    title: overlay.title,
    summary: overlay.summary ?? base.summary,
    threshold: overlay.threshold ?? base.threshold,
    profile: base.profile,
    pillars,
    quickCheck: base.quickCheck.filter((id) => topics.some((topic) => topic.id === id)),
    initiatives: [...deliverable(base.initiatives, topics), ...overlay.initiatives],
  };
  return { questionnaire, misfits };
}

/** Criteria of the overlay by the topic that they join, each with its own principles and drivers or the topic's. */
function addedCriteria(base: Questionnaire, overlay: Overlay): ReadonlyMap<string, readonly Criterion[]> {
  const topics = [...base.pillars.flatMap((pillar) => pillar.topics), ...overlay.topics];
  const added = new Map<string, readonly Criterion[]>();
  for (const { principles, drivers, ...criterion } of overlay.criteria) {
    const topic = topics.find(({ id }) => id === topicOf(criterion.id));
    if (!topic) continue;
    const own = { ...criterion, principles: principles ?? topic.principles, drivers: drivers ?? topic.drivers };
    added.set(topic.id, [...(added.get(topic.id) ?? []), own]);
  }
  return added;
}

/** Initiatives with what they still deliver; one that delivers nothing is left out, and nobody waits for it. */
function deliverable(initiatives: readonly Initiative[], topics: readonly Topic[]): readonly Initiative[] {
  const asked = new Set(topics.flatMap((topic) => topic.criteria.map(({ id }) => id)));
  const left = initiatives
    .map((initiative) => ({ ...initiative, delivers: initiative.delivers.filter((id) => asked.has(id)) }))
    .filter(({ delivers }) => delivers.length > 0);
  const there = new Set(left.map(({ id }) => id));
  return left.map((initiative) => ({
    ...initiative,
    prerequisites: initiative.prerequisites.filter((id) => there.has(id)),
  }));
}

function findMisfits(base: Questionnaire, overlay: Overlay): readonly Misfit[] {
  const misfits: Misfit[] = [];
  const name = `${base.id} ${base.version}`;
  const baseTopics = base.pillars.flatMap((pillar) => pillar.topics);
  const topics = new Set([...baseTopics, ...overlay.topics].map(({ id }) => id));
  const hidden = new Set(overlay.hide);
  overlay.hide.forEach((id, index) => {
    if (!baseTopics.some((topic) => topic.id === id))
      misfits.push({ path: ["hide", index], message: `${name} has no topic ${id}` });
  });
  overlay.topics.forEach(({ id }, index) => {
    const path = ["topics", index, "id"];
    if (!base.pillars.some((pillar) => id.startsWith(`${pillar.id}.`)))
      misfits.push({ path, message: `${name} has no pillar ${id.split(".")[0]}` });
    if (!(id.split(".")[1] ?? "").startsWith("own-")) misfits.push({ path, message: calledOwn(id) });
  });
  overlay.criteria.forEach(({ id }, index) => {
    const path = ["criteria", index, "id"];
    if (hidden.has(topicOf(id))) misfits.push({ path, message: `its topic ${topicOf(id)} is hidden` });
    else if (!topics.has(topicOf(id))) misfits.push({ path, message: `${name} has no topic ${topicOf(id)}` });
    if (!(id.split(".")[2] ?? "").startsWith("own-")) misfits.push({ path, message: calledOwn(id) });
  });
  const weighed = new Set([
    ...base.pillars.map(({ id }) => id),
    ...topics,
    ...[...baseTopics, ...overlay.topics].flatMap((topic) => topic.criteria.map(({ id }) => id)),
    ...overlay.criteria.map(({ id }) => id),
  ]);
  for (const id of Object.keys(overlay.weights)) {
    if (!weighed.has(id))
      misfits.push({ path: ["weights", id], message: `${name} has no pillar, topic or criterion ${id}` });
  }
  return misfits;
}

function calledOwn(id: string): string {
  const last = id.split(".").at(-1);
  return `its last part begins with own-, such as own-${last}: so no later version of the base can mean something else by it`;
}

function topicOf(criterion: string): string {
  return criterion.split(".").slice(0, 2).join(".");
}
