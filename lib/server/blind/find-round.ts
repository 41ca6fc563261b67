import { z } from "zod";
import type { Actor } from "../access/roles";
import { findAssessment } from "../assessments/find-assessment";
import type { ScopedDb } from "../platform/database/client";
import type { Assessment, BlindRound } from "../platform/database/generated/client";
import { notFound } from "../platform/problem";

type Place = Readonly<{ slug: string; id: string }>;
type Found = Readonly<{ assessment: Assessment; round: BlindRound }>;

/** A blind round of an assessment that the actor may see. @throws Problem not-found */
export async function findRound(db: ScopedDb, actor: Actor, { slug, id }: Place): Promise<Found> {
  const assessment = await findAssessment(db, actor, slug);
  const round = isId(id)
    ? await db.blindRound.findFirst({
        where: { organizationId: actor.organizationId, assessmentId: assessment.id, id },
      })
    : null;
  if (!round) throw notFound("The blind round");
  return { assessment, round };
}

/** The same, held until the transaction ends: nothing lands after answers that are handed in at the same moment. */
export async function holdRound(db: ScopedDb, actor: Actor, place: Place): Promise<Found> {
  if (isId(place.id))
    await db.$queryRaw`SELECT id FROM blind_rounds WHERE organization_id = ${actor.organizationId}::uuid AND id = ${place.id}::uuid FOR SHARE`;
  return findRound(db, actor, place);
}

function isId(id: string): boolean {
  return z.uuid().safeParse(id).success;
}

/** Which of the two somebody is, and whether they have handed in; null for everybody else. */
export function partOf(round: BlindRound, userId: string): "first" | "second" | null {
  if (round.first === userId) return "first";
  return round.second === userId ? "second" : null;
}
