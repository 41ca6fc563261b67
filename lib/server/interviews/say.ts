import type { z } from "zod";
import type { saidInput } from "../../core/said/said";
import type { AuditNote } from "../access/audit";
import { refuseForeign } from "../content/refuse-foreign";
import type { ScopedDb } from "../platform/database/client";
import { Prisma } from "../platform/database/generated/client";
import { Problem } from "../platform/problem";
import type { Guest } from "./open-interview";
import { topicIds } from "./read-guest-interview";

/**
 * Keeps what was said on the link, of the link's own topics alone. A change that arrives twice, or after a later one, changes nothing.
 * @throws Problem conflict when the interview is finished; invalid for a criterion that the link doesn't ask
 */
export async function say(
  db: ScopedDb,
  { organizationId, interviewId }: Guest,
  { said }: z.output<typeof saidInput>,
  audit: (note: AuditNote) => void,
): Promise<{ kept: number }> {
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
  for (const { criterion, sequence, answer, note } of said) {
    const data = { answer: answer ?? Prisma.DbNull, note, sequence, saidAt: new Date() };
    const where = { organizationId, interviewId, criterion };
    const { count } = await db.interviewAnswer.updateMany({ where: { ...where, sequence: { lt: sequence } }, data });
    if (count === 0) await db.interviewAnswer.createMany({ data: [{ ...where, ...data }], skipDuplicates: true });
  }
  audit({
    action: "interview.answer",
    object: `interview/${interviewId}`,
    facts: { criteria: said.map(({ criterion }) => criterion) },
    values: { said },
  });
  return { kept: said.length };
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
