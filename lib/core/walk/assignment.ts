/** Work that somebody was asked for, as clients get it. */
export type AssignmentView = Readonly<{
  person: string;
  /** Id of a pillar or a topic; "*" for everything. */
  place: string;
  state: "open" | "handed-back" | "returned";
  /** Calendar day. */
  due?: string;
  askedBy?: string;
  /** What was asked for; once it is returned, why. */
  note: string;
}>;

/** Whether a place that was assigned holds a topic: the topic itself, its pillar, or everything. */
export function holdsTopic(place: string, topic: string): boolean {
  return place === "*" || place === topic || topic.startsWith(`${place}.`);
}

/** Whether a topic is somebody's own: asked of them, and not returned as not theirs. */
export function isAssigned(assignments: readonly AssignmentView[], person: string, topic: string): boolean {
  return assignments.some((one) => one.person === person && one.state !== "returned" && holdsTopic(one.place, topic));
}

/** What one person has open that holds a topic; the nearest first. */
export function openOn(
  assignments: readonly AssignmentView[],
  person: string,
  topic: string,
): AssignmentView | undefined {
  const mine = assignments.filter(
    (one) => one.person === person && one.state === "open" && holdsTopic(one.place, topic),
  );
  return mine.sort((a, b) => b.place.length - a.place.length)[0];
}
