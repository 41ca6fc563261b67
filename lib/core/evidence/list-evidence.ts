import { dayNumber } from "../charts/time-scale";
import type { Answer } from "../scoring/types";
import { claimOf, type EvidenceView, speakingEvidence, standingOf } from "../walk/evidence-view";
import { hasWords } from "../walk/search";

export const EVIDENCE_FILTERS = ["to-accept", "expiring", "expired", "contradicts", "unused"] as const;
export type EvidenceFilter = (typeof EVIDENCE_FILTERS)[number];

export const EVIDENCE_SORTS = ["date", "expires", "added"] as const;
export type EvidenceSort = (typeof EVIDENCE_SORTS)[number];

/** A piece of evidence with what it says of each criterion, and whether that speaks today. */
export type EvidencePiece = Readonly<{
  piece: EvidenceView;
  says: readonly Readonly<{ view: EvidenceView; speaks: boolean }>[];
  in: ReadonlySet<EvidenceFilter>;
}>;

/** From this near on a piece counts as expiring. */
export const EXPIRING_DAYS = 60;

/**
 * The pieces of an assessment's evidence, each in the lists that it belongs to: not yet reviewed somewhere; expiring within 60
 * days or expired, though it was accepted; contradicting a claim today; unused, because nothing that it says counts or
 * waits: dismissed, replaced by a newer one of its source, or of a criterion that claims nothing.
 *
 * @param evidence one for each criterion that a piece speaks to
 */
export function listEvidence(
  evidence: readonly EvidenceView[],
  answers: ReadonlyMap<string, Answer>,
  asOf: string,
): readonly EvidencePiece[] {
  const byCriterion = grouped(evidence, ({ criterion }) => criterion);
  const speaking = new Set([...byCriterion.values()].flatMap((items) => speakingEvidence(items, asOf)));
  return [...grouped(evidence, ({ id }) => id).values()].flatMap((views) => {
    const [piece] = views;
    if (!piece) return [];
    const says = views.map((view) => ({ view, speaks: speaking.has(view) }));
    return [{ piece, says, in: filtersOf(piece, says, answers, asOf) }];
  });
}

/**
 * Pieces that have all the words: in title, source, owner, link or file name, or in what they speak to.
 *
 * @param textOf the words of a criterion
 */
export function findEvidence(
  pieces: readonly EvidencePiece[],
  words: string,
  textOf: (criterion: string) => string,
): readonly EvidencePiece[] {
  const has = hasWords(words);
  return pieces.filter(({ piece, says }) => {
    const own = [piece.title, piece.source, piece.owner, piece.link, piece.file?.name];
    return has([...own, ...says.map(({ view }) => textOf(view.criterion))].filter(Boolean).join(" "));
  });
}

/** Orders pieces: the newest date or the newest addition first, or what expires next first. */
export function sortEvidence(pieces: readonly EvidencePiece[], by: EvidenceSort): readonly EvidencePiece[] {
  const never = "9999";
  return [...pieces].sort(({ piece: a }, { piece: b }) => {
    const order =
      by === "expires"
        ? (a.expires ?? never).localeCompare(b.expires ?? never)
        : by === "date"
          ? b.date.localeCompare(a.date)
          : b.addedOn.localeCompare(a.addedOn);
    return order || a.title.localeCompare(b.title, "en") || a.id.localeCompare(b.id);
  });
}

function filtersOf(
  { expires }: EvidenceView,
  says: EvidencePiece["says"],
  answers: ReadonlyMap<string, Answer>,
  asOf: string,
): ReadonlySet<EvidenceFilter> {
  const supports = says.some(({ view }) => view.accepted && !view.dismissed && view.verdict === "supports");
  const days = expires === undefined || !supports ? null : dayNumber(expires) - dayNumber(asOf);
  const waits = says.some(({ view }) => !view.accepted && !view.dismissed);
  const claim = (view: EvidenceView) => claimOf(answers.get(view.criterion) ?? null);
  const tests: Readonly<Record<EvidenceFilter, boolean>> = {
    "to-accept": waits,
    expiring: days !== null && days > 0 && days <= EXPIRING_DAYS,
    expired: days !== null && days <= 0,
    contradicts: says.some(
      ({ view, speaks }) => speaks && claim(view) !== null && standingOf(view, claim(view)) === "contradicts",
    ),
    unused:
      !waits && !(days !== null && days <= 0) && says.every(({ view, speaks }) => !speaks || claim(view) === null),
  };
  return new Set(EVIDENCE_FILTERS.filter((filter) => tests[filter]));
}

function grouped(views: readonly EvidenceView[], by: (view: EvidenceView) => string) {
  const groups = new Map<string, EvidenceView[]>();
  for (const view of views) {
    const group = groups.get(by(view));
    if (group) group.push(view);
    else groups.set(by(view), [view]);
  }
  return groups;
}
