import type { LiveNotice } from "./live-event";

/** What has to be read again: criteria by id, or all of them. */
export type LiveChanges = Readonly<{
  answers: ReadonlySet<string> | "all";
  /** What stands beside the answers. */
  beside: ReadonlySet<string> | "all";
}>;

const NONE: ReadonlySet<string> = new Set();
export const EVERYTHING: LiveChanges = { answers: "all", beside: "all" };

/** More criteria than this are asked for as all of them: their ids would fill the address. */
const MOST = 60;

/**
 * What notices make necessary to read; null where everything is known already, as after one's own change.
 * @param versionOf the version of an answer that is known, 0 for none
 */
export function changedBy(
  notices: readonly LiveNotice[],
  versionOf: (criterion: string) => number,
): LiveChanges | null {
  let changes: LiveChanges | null = null;
  for (const notice of notices) changes = joinChanges(changesOf(notice, versionOf), changes);
  return changes;
}

/** Both together. */
export function joinChanges<C extends LiveChanges | null>(a: C, b: LiveChanges | null): C | LiveChanges {
  if (!a || !b) return a ?? b ?? a;
  return { answers: join(a.answers, b.answers), beside: join(a.beside, b.beside) };
}

function changesOf(notice: LiveNotice, versionOf: (criterion: string) => number): LiveChanges | null {
  switch (notice.topic) {
    case "answers": {
      if (!Array.isArray(notice.answers)) return EVERYTHING;
      const newer = notice.answers.filter(({ criterion, version }) => versionOf(criterion) < version);
      return newer.length === 0 ? null : { answers: limited(newer.map(({ criterion }) => criterion)), beside: NONE };
    }
    case "assignments":
    case "evidence":
    case "exceptions":
    case "findings":
    case "questions": {
      const criteria = Array.isArray(notice.criteria) ? notice.criteria : [notice.criterion];
      const named = criteria.filter((one): one is string => typeof one === "string");
      return { answers: NONE, beside: named.length === 0 ? "all" : limited(named) };
    }
    // The whole assessment: approved, opened again, moved to another version, or given another scope.
    case "content":
      return { answers: NONE, beside: "all" };
    case "review":
      return notice.pillar === undefined ? { answers: NONE, beside: "all" } : null;
    default:
      return null;
  }
}

function join(a: LiveChanges["answers"], b: LiveChanges["answers"]): LiveChanges["answers"] {
  return a === "all" || b === "all" ? "all" : limited([...a, ...b]);
}

function limited(criteria: readonly string[]): LiveChanges["answers"] {
  const set = new Set(criteria);
  return set.size > MOST ? "all" : set;
}
