import { z } from "zod";
import type { Actor } from "../access/roles";
import { findAssessment } from "../assessments/find-assessment";
import type { ScopedDb } from "../platform/database/client";
import type { Assessment, BlindRound } from "../platform/database/generated/client";
import { notFound } from "../platform/problem";

/** A blind round of an assessment that the actor may see. @throws Problem not-found */
export async function findRound(
  db: ScopedDb,
  actor: Actor,
  { slug, id }: Readonly<{ slug: string; id: string }>,
): Promise<Readonly<{ assessment: Assessment; round: BlindRound }>> {
  const assessment = await findAssessment(db, actor, slug);
  const round = z.uuid().safeParse(id).success
    ? await db.blindRound.findFirst({
        where: { organizationId: actor.organizationId, assessmentId: assessment.id, id },
      })
    : null;
  if (!round) throw notFound("The blind round");
  return { assessment, round };
}

/** Which of the two somebody is, and whether they have handed in; null for everybody else. */
export function partOf(round: BlindRound, userId: string): "first" | "second" | null {
  if (round.first === userId) return "first";
  return round.second === userId ? "second" : null;
}
