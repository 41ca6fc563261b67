/** What kind of part of an organization an assessment speaks of. */
export const SCOPE_KINDS = [
  { id: "organization", title: "Whole organization" },
  { id: "subsidiary", title: "Subsidiary or unit" },
  { id: "environment", title: "Environment" },
  { id: "other", title: "Another part" },
] as const;

/** A kind of scope in words; the whole organization where it is none of these. */
export function scopeKindWords(kind: string): string {
  return (SCOPE_KINDS.find(({ id }) => id === kind) ?? SCOPE_KINDS[0]).title;
}
