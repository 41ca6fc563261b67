import { z } from "zod";
import { saidSchema } from "../../core/said/said";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import { storedQuestionnaire } from "../content/questionnaire-store";
import type { ScopedDb } from "../platform/database/client";
import { Prisma } from "../platform/database/generated/client";
import { forbidden, Problem } from "../platform/problem";
import { findRound, partOf } from "./find-round";

export const sayBlindInput = z.strictObject({ said: z.array(saidSchema).min(1).max(500) });

type Place = Readonly<{ slug: string; id: string }>;

/**
 * Keeps what one of the two says. The audit log notes that something was said and not what: it is read before both are in.
 * @throws Problem not-found, forbidden for who isn't one of the two, conflict when handed in, invalid for a criterion outside the round
 */
export async function sayBlind(
  db: ScopedDb,
  actor: Actor,
  place: Place,
  { said }: z.output<typeof sayBlindInput>,
  audit: (note: AuditNote) => void,
): Promise<{ kept: number }> {
  const { assessment, round } = await findRound(db, actor, place);
  const part = partOf(round, actor.userId);
  if (!part) throw forbidden("answering a blind round of two others");
  if (round[`${part}DoneAt`]) throw new Problem("conflict", "You have handed in: your answers no longer change.");
  const { questionnaire } = await storedQuestionnaire(db, assessment.questionnaire, assessment.version);
  const topics = new Set(z.array(z.string()).parse(round.topics));
  const asked = new Set(
    questionnaire.pillars
      .flatMap((pillar) => pillar.topics)
      .filter((topic) => topics.has(topic.id))
      .flatMap((topic) => topic.criteria.map(({ id }) => id)),
  );
  const foreign = said.findIndex(({ criterion }) => !asked.has(criterion));
  if (foreign >= 0) {
    throw new Problem("invalid", "Something was sent that this round doesn't ask.", [
      { path: `said.${foreign}.criterion`, message: "not among this round's criteria" },
    ]);
  }
  for (const { criterion, sequence, answer, note } of said) {
    const data = { answer: answer ?? Prisma.DbNull, note, sequence, saidAt: new Date() };
    const where = { organizationId: actor.organizationId, roundId: round.id, userId: actor.userId, criterion };
    const { count } = await db.blindAnswer.updateMany({ where: { ...where, sequence: { lt: sequence } }, data });
    if (count === 0) await db.blindAnswer.createMany({ data: [{ ...where, ...data }], skipDuplicates: true });
  }
  audit({ action: "blind.say", object: `blind/${round.id}` });
  return { kept: said.length };
}

/** Hands one's answers in; once both have, everybody sees both. @throws Problem not-found, forbidden */
export async function finishBlind(
  db: ScopedDb,
  actor: Actor,
  place: Place,
  audit: (note: AuditNote) => void,
): Promise<null> {
  const { round } = await findRound(db, actor, place);
  const part = partOf(round, actor.userId);
  if (!part) throw forbidden("handing in for somebody else");
  const where = { organizationId: actor.organizationId, id: round.id };
  if (!round[`${part}DoneAt`]) await db.blindRound.updateMany({ where, data: { [`${part}DoneAt`]: new Date() } });
  audit({ action: "blind.finish", object: `blind/${round.id}` });
  return null;
}
