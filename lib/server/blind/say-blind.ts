import type { z } from "zod";
import type { Kept, saidInput } from "../../core/said/said";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import { refuseForeign } from "../content/refuse-foreign";
import { topicIds } from "../interviews/read-guest-interview";
import { notTaken, standingOf } from "../interviews/what-stands";
import type { ScopedDb } from "../platform/database/client";
import { forbidden, Problem } from "../platform/problem";
import { findRound, holdRound, partOf } from "./find-round";

type Place = Readonly<{ slug: string; id: string }>;

/**
 * Keeps what one of the two says. The audit log notes that something was said and not what: it is read before both are in.
 * @returns of what wasn't taken what stands
 * @throws Problem not-found, forbidden for who isn't one of the two, conflict when handed in, invalid for a criterion outside the round
 */
export async function sayBlind(
  db: ScopedDb,
  actor: Actor,
  place: Place,
  { said }: z.output<typeof saidInput>,
  audit: (note: AuditNote) => void,
): Promise<Kept> {
  const { assessment, round } = await holdRound(db, actor, place);
  const part = partOf(round, actor.userId);
  if (!part) throw forbidden("answering a blind round of two others");
  if (round[`${part}DoneAt`]) throw new Problem("conflict", "You have handed in: your answers no longer change.");
  await refuseForeign(db, assessment, topicIds.parse(round.topics), { said, what: "round", each: "criteria" });
  const { organizationId, userId } = actor;
  // Sorted, so that two requests never wait for each other's rows.
  const taken = await db.$queryRaw<{ criterion: string }[]>`
    INSERT INTO blind_answers AS x (organization_id, round_id, user_id, criterion, answer, note, sequence, said_at)
    SELECT DISTINCT ON (r.criterion) ${organizationId}::uuid, ${round.id}::uuid, ${userId}::uuid, r.criterion, r.answer, r.note, r.sequence, clock_timestamp()
      FROM jsonb_to_recordset(${JSON.stringify(said)}::jsonb) AS r (criterion text, answer jsonb, note text, sequence int)
     ORDER BY r.criterion, r.sequence DESC
    ON CONFLICT (organization_id, round_id, user_id, criterion) DO UPDATE SET
      answer = EXCLUDED.answer, note = EXCLUDED.note, sequence = EXCLUDED.sequence, said_at = EXCLUDED.said_at
      WHERE x.sequence < EXCLUDED.sequence
    RETURNING criterion`;
  audit({ action: "blind.say", object: `blind/${round.id}` });
  const left = notTaken(said, taken);
  const rows =
    left.length === 0
      ? []
      : await db.blindAnswer.findMany({
          where: { organizationId, roundId: round.id, userId, criterion: { in: left } },
        });
  return { kept: taken.length, standing: rows.map(standingOf) };
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
