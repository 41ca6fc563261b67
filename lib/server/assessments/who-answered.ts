import { entryOf, sameAnswer } from "../../core/walk/entry";
import { type Actor, can } from "../access/roles";
import { selfAcceptanceHolds } from "../organizations/self-acceptance";
import type { ScopedDb } from "../platform/database/client";
import type { AnswerRevision, Assessment } from "../platform/database/generated/client";
import { Problem } from "../platform/problem";

/**
 * Who made an answer what it is: of the newest revisions that say the same, the author of the oldest. Notes and
 * acceptance don't make one the author. Null where it is unanswered.
 *
 * @param revisions newest first
 */
export function authorOf(revisions: readonly AnswerRevision[]): string | null {
  const [newest] = revisions;
  if (!newest?.status) return null;
  const claim = claimIn(newest);
  let author = newest.changedBy;
  for (const revision of revisions) {
    if (!sameAnswer(claimIn(revision), claim)) break;
    author = revision.changedBy;
  }
  return author;
}

/**
 * Everybody who vouches for an answer as it stands: its author, and who said since that it is still true.
 *
 * @param revisions newest first
 */
export function vouchersOf(revisions: readonly AnswerRevision[]): readonly string[] {
  const author = authorOf(revisions);
  const [newest] = revisions;
  if (author === null || !newest) return [];
  const claim = claimIn(newest);
  const end = revisions.findIndex((revision) => !sameAnswer(claimIn(revision), claim));
  const same = end < 0 ? revisions : revisions.slice(0, end);
  const confirmed = same.filter(({ how }) => how === "confirmed").map(({ changedBy }) => changedBy);
  return [...new Set([author, ...confirmed])];
}

/**
 * Holds the rule that nobody accepts what they answered themselves, unless the organization has switched it off. The answer
 * is held until the transaction ends: one that is being saved is seen, or waits.
 *
 * @param others who else made what is to be accepted, such as who added the evidence
 * @throws Problem forbidden
 */
export async function requireOtherThanAuthor(
  db: ScopedDb,
  actor: Actor,
  assessment: Assessment,
  criterion: string,
  others: readonly string[] = [],
): Promise<void> {
  const { organizationId, id: assessmentId } = assessment;
  const selfAcceptance = await selfAcceptanceHolds(db, organizationId);
  await db.$queryRaw`
    SELECT version FROM answers
     WHERE organization_id = ${organizationId}::uuid AND assessment_id = ${assessmentId}::uuid AND criterion = ${criterion} FOR UPDATE`;
  const revisions = await db.answerRevision.findMany({
    where: { organizationId, assessmentId, criterion },
    orderBy: { version: "desc" },
  });
  const authors = [...vouchersOf(revisions), ...others];
  const allowed = authors.every((answeredBy) => can(actor, "evidence.accept", { answeredBy, selfAcceptance }));
  if (!allowed) throw new Problem("forbidden", "You answered or added this yourself: it needs another reviewer.");
}

function claimIn({ note, version, how, changedBy, ...revision }: AnswerRevision) {
  return entryOf({ ...revision, note, version, how, changedBy, changedAt: "" }).answer;
}
