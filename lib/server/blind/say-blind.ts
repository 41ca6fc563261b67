import type { z } from "zod";
import type { saidInput } from "../../core/said/said";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import { refuseForeign } from "../content/refuse-foreign";
import { topicIds } from "../interviews/read-guest-interview";
import type { ScopedDb } from "../platform/database/client";
import { Prisma } from "../platform/database/generated/client";
import { forbidden, Problem } from "../platform/problem";
import { findRound, partOf } from "./find-round";

type Place = Readonly<{ slug: string; id: string }>;

/**
 * Keeps what one of the two says. The audit log notes that something was said and not what: it is read before both are in.
 * @throws Problem not-found, forbidden for who isn't one of the two, conflict when handed in, invalid for a criterion outside the round
 */
export async function sayBlind(
  db: ScopedDb,
  actor: Actor,
  place: Place,
  { said }: z.output<typeof saidInput>,
  audit: (note: AuditNote) => void,
): Promise<{ kept: number }> {
  const { assessment, round } = await findRound(db, actor, place);
  const part = partOf(round, actor.userId);
  if (!part) throw forbidden("answering a blind round of two others");
  if (round[`${part}DoneAt`]) throw new Problem("conflict", "You have handed in: your answers no longer change.");
  await refuseForeign(db, assessment, topicIds.parse(round.topics), { said, what: "round", each: "criteria" });
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
