import { z } from "zod";
import { saidSchema } from "../../core/said/said";
import type { AuditNote } from "../access/audit";
import { storedQuestionnaire } from "../content/questionnaire-store";
import type { ScopedDb } from "../platform/database/client";
import { Prisma } from "../platform/database/generated/client";
import { Problem } from "../platform/problem";
import type { Guest } from "./open-interview";
import { topicIds } from "./read-guest-interview";

export const sayInput = z.strictObject({ said: z.array(saidSchema).min(1).max(500) });

/**
 * Keeps what was said on the link, of the link's own topics alone. A change that arrives twice, or after a later one, changes nothing.
 * @throws Problem conflict when the interview is finished; invalid for a criterion that the link doesn't ask
 */
export async function say(
  db: ScopedDb,
  { organizationId, interviewId }: Guest,
  { said }: z.output<typeof sayInput>,
  audit: (note: AuditNote) => void,
): Promise<{ kept: number }> {
  const interview = await db.interview.findUniqueOrThrow({
    where: { organizationId_id: { organizationId, id: interviewId } },
    include: { assessment: { select: { questionnaire: true, version: true } } },
  });
  if (interview.finishedAt) {
    throw new Problem("conflict", "You have handed these answers in. Ask for a new link to change them.");
  }
  const { questionnaire, version } = interview.assessment;
  const stored = await storedQuestionnaire(db, questionnaire, version);
  const topics = new Set(topicIds.parse(interview.topics));
  const asked = new Set(
    stored.questionnaire.pillars
      .flatMap((pillar) => pillar.topics)
      .filter((topic) => topics.has(topic.id))
      .flatMap((topic) => topic.criteria.map(({ id }) => id)),
  );
  const foreign = said.findIndex(({ criterion }) => !asked.has(criterion));
  if (foreign >= 0) {
    throw new Problem("invalid", "Something was sent that this link doesn't ask.", [
      { path: `said.${foreign}.criterion`, message: "not among this link's questions" },
    ]);
  }
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
