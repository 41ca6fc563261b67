import { formatDay, formatNames, formatNumberOf } from "../words/format";
import { goesSoon, keptUntil } from "./kept-term";

/** What is kept under a name `kind/organization/assessment/…`, when it was last written (ms since 1970). */
export type KeptName = Readonly<{ name: string; at: number }>;

/** What waits unsent in one assessment. */
export type KeptPlace = Readonly<{
  organization: string;
  assessment: string;
  /** Whether answers wait. */
  answers: boolean;
  drafts: number;
  /** The names that it is kept under. */
  names: readonly string[];
  /** When the first of it was written and goes, in ms since 1970. */
  since: number;
  until: number;
}>;

/** What a person would miss; the rest, such as who sat in the room, just goes. */
const ANSWERS: readonly string[] = ["walk", "blind"];
const DRAFTS: readonly string[] = ["comment", "form"];

/** Everything unsent, by assessment; what goes first stands first. */
export function unsentPlaces(kept: readonly KeptName[]): readonly KeptPlace[] {
  const places = new Map<string, KeptPlace>();
  for (const { name, at } of kept) {
    const [kind = "", organization, assessment] = name.split("/");
    const answers = ANSWERS.includes(kind);
    if (!organization || !assessment || !(answers || DRAFTS.includes(kind))) continue;
    const key = `${organization}/${assessment}`;
    const known = places.get(key);
    const since = Math.min(known?.since ?? at, at);
    places.set(key, {
      organization,
      assessment,
      answers: answers || known?.answers === true,
      drafts: (known?.drafts ?? 0) + (answers ? 0 : 1),
      names: [...(known?.names ?? []), name],
      since,
      until: keptUntil(since),
    });
  }
  return [...places.values()].sort((a, b) => a.until - b.until);
}

/** What of it goes within days. @param now in ms since 1970 */
export function leavingPlaces(kept: readonly KeptName[], now: number): readonly KeptPlace[] {
  return unsentPlaces(kept.filter(({ at }) => goesSoon(at, now)));
}

/** "answers and 2 drafts in 2026-round". */
export function placeWords({ answers, drafts, assessment }: KeptPlace): string {
  const parts = [...(answers ? ["answers"] : []), ...(drafts > 0 ? [formatNumberOf(drafts, "draft")] : [])];
  return `${formatNames(parts)} in ${assessment}`;
}

/** "since 3 Nov 2026, until 3 Dec 2026". */
export function termWords({ since, until }: Pick<KeptPlace, "since" | "until">): string {
  return `since ${dayOf(since)}, until ${dayOf(until)}`;
}

function dayOf(ms: number): string {
  return formatDay(new Date(ms).toISOString().slice(0, 10));
}
