import type { z } from "zod";
import type { Kept, saidInput } from "../../core/said/said";
import type { AuditNote } from "../access/audit";
import { refuseForeign } from "../content/refuse-foreign";
import type { ScopedDb } from "../platform/database/client";
import { Problem } from "../platform/problem";
import type { Guest } from "./open-interview";
import { topicIds } from "./read-guest-interview";
import { notTaken, standingOf } from "./what-stands";

/** A guest may send as often as they like: the audit log names the first of what each request changed, and counts the rest. */
const MOST_NAMED = 20;

/**
 * Keeps what was said on the link, of the link's own topics alone. A change that arrives twice, or after a later one, changes nothing.
 * @returns of what wasn't taken what stands
 * @throws Problem conflict when the interview is finished; invalid for a criterion that the link doesn't ask
 */
export async function say(
  db: ScopedDb,
  { organizationId, interviewId }: Guest,
  { said }: z.output<typeof saidInput>,
  audit: (note: AuditNote) => void,
): Promise<Kept> {
  // Held, so that nothing lands after answers that are handed in at the same moment.
  await db.$queryRaw`SELECT id FROM interviews WHERE organization_id = ${organizationId}::uuid AND id = ${interviewId}::uuid FOR SHARE`;
  const interview = await db.interview.findUniqueOrThrow({
    where: { organizationId_id: { organizationId, id: interviewId } },
    include: { assessment: { select: { questionnaire: true, version: true } } },
  });
  if (interview.finishedAt) {
    throw new Problem("conflict", "You have handed these answers in. Ask for a new link to change them.");
  }
  await refuseForeign(db, interview.assessment, topicIds.parse(interview.topics), {
    said,
    what: "link",
    each: "questions",
  });
  // Sorted, so that two requests never wait for each other's rows.
  const taken = await db.$queryRaw<{ criterion: string }[]>`
    INSERT INTO interview_answers AS x (organization_id, interview_id, criterion, answer, note, sequence, said_at)
    SELECT DISTINCT ON (r.criterion) ${organizationId}::uuid, ${interviewId}::uuid, r.criterion, r.answer, r.note, r.sequence, clock_timestamp()
      FROM jsonb_to_recordset(${JSON.stringify(said)}::jsonb) AS r (criterion text, answer jsonb, note text, sequence int)
     ORDER BY r.criterion, r.sequence DESC
    ON CONFLICT (organization_id, interview_id, criterion) DO UPDATE SET
      answer = EXCLUDED.answer, note = EXCLUDED.note, sequence = EXCLUDED.sequence, said_at = EXCLUDED.said_at
      WHERE x.sequence < EXCLUDED.sequence
    RETURNING criterion`;
  if (taken.length > 0) {
    const named = taken.slice(0, MOST_NAMED).map(({ criterion }) => criterion);
    audit({
      action: "interview.answer",
      object: `interview/${interviewId}`,
      facts: { answers: taken.length, criteria: named },
    });
  }
  const left = notTaken(said, taken);
  const rows =
    left.length === 0
      ? []
      : await db.interviewAnswer.findMany({ where: { organizationId, interviewId, criterion: { in: left } } });
  return { kept: taken.length, standing: rows.map(standingOf) };
}

/** Hands the answers in: from then on the link only shows them. */
export async function finishInterview(
  db: ScopedDb,
  { organizationId, interviewId: id }: Guest,
  audit: (note: AuditNote) => void,
): Promise<null> {
  await db.interview.updateMany({ where: { organizationId, id, finishedAt: null }, data: { finishedAt: new Date() } });
  audit({ action: "interview.finish", object: `interview/${id}` });
  return null;
}
