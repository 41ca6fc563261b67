import type { LockState } from "../../lib/core/content/lock";

type Words = Readonly<Partial<Record<LockState, string>>>;

/** What is wrong with a lock, where something is. */
export const LOCK_PROBLEMS: Words = {
  missing: "there is no lock; “lock” writes it",
  unreadable: "is not a lock of this version",
  changed: "the content has changed since it was published; a change needs a new version",
};

/** How content stands to a lock that is in order. */
export const LOCK_NOTES: Words = {
  draft: "locked as a draft",
  "draft-changed": "a draft, changed since it was locked",
  locked: "locked, unchanged",
};
