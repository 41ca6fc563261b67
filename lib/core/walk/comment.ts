import type { WalkPerson } from "./walk-person";

/** A comment as clients get it; `replyTo` names the one that begins its thread. */
export type CommentView = Readonly<{
  id: string;
  topic: string;
  criterion?: string;
  replyTo?: string;
  body: string;
  by: string;
  /** ms since 1970 */
  at: number;
  /** Of a thread, on its first comment. */
  resolved?: Readonly<{ by: string; at: number }>;
}>;

/** A comment with its replies, oldest first. */
export type Thread = Readonly<{ first: CommentView; replies: readonly CommentView[] }>;

/** Threads about one criterion, or (null) about the topic as a whole, oldest first. */
export function threadsOf(comments: readonly CommentView[], criterion: string | null): readonly Thread[] {
  const firsts = comments.filter((one) => !one.replyTo && (one.criterion ?? null) === criterion);
  return firsts.map((first) => ({ first, replies: comments.filter(({ replyTo }) => replyTo === first.id) }));
}

/** Ids of the people whom a text names with an @; where one name begins another, the longer one is meant. */
export function mentionsIn(body: string, people: readonly WalkPerson[]): readonly string[] {
  const longestFirst = [...people].sort((a, b) => b.name.length - a.name.length);
  const found: string[] = [];
  let rest = body;
  for (const { id, name } of longestFirst) {
    if (name === "" || !rest.includes(`@${name}`)) continue;
    found.push(id);
    rest = rest.replaceAll(`@${name}`, " ");
  }
  return found;
}

/** The beginning of a name that is being typed after an @ before the cursor; null where none is. */
export function mentionBeingTyped(text: string, cursor: number): Readonly<{ from: number; begins: string }> | null {
  const from = text.lastIndexOf("@", cursor - 1);
  if (from < 0 || (from > 0 && !/\s/.test(text[from - 1] ?? ""))) return null;
  const begins = text.slice(from + 1, cursor);
  return begins.length <= 40 && !begins.includes("\n") ? { from, begins } : null;
}
