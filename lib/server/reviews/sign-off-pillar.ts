import { z } from "zod";
import { scoreAssessment } from "../../core/scoring/score";
import type { AuditNote } from "../access/audit";
import { type Actor, can } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";
import { Prisma } from "../platform/database/generated/client";
import { notFound, Problem } from "../platform/problem";
import { tellClients } from "../platform/tell-clients";
import { lockAssessment } from "./lock-assessment";
import { pillarState } from "./pillar-state";
import { readReview } from "./read-review";

type Which = Readonly<{ slug: string; pillar: string }>;

/** `print` names what was seen of the pillar. */
export const signOffSchema = z.strictObject({ print: z.string().min(1).max(200) });

/**
 * Signs a pillar off as it was seen: level, stage, exceptions and what remains open are kept with it. A later change to an
 * answer in it reopens it. Not by who answered in it, unless the organization has switched that off.
 * @throws Problem not-found, forbidden (own answers), conflict (not in review, signed off already, changed meanwhile; approved)
 */
export async function signOffPillar(
  db: ScopedDb,
  actor: Actor,
  { slug, pillar, print }: Which & z.output<typeof signOffSchema>,
  audit: (note: AuditNote) => void,
): Promise<null> {
  const assessment = await lockAssessment(db, actor, slug);
  const review = await readReview(db, actor, slug);
  const { state, input, standings } = review;
  const standing = standings.find((one) => one.pillar === pillar);
  if (!standing) throw notFound("The pillar");
  if (standing.state === "in-progress") throw new Problem("conflict", "This pillar hasn't been sent to review yet.");
  if (standing.state === "signed-off") throw new Problem("conflict", "This pillar is signed off as it stands.");
  const own = standing.own > 0;
  const resource = { ...(own ? { answeredBy: actor.userId } : {}), selfAcceptance: input.selfAcceptance };
  if (!can(actor, "pillars.sign-off", resource)) {
    throw new Problem("forbidden", "You answered in this pillar yourself: its sign-off needs another reviewer.");
  }
  const score = scoreAssessment(state.stored.model, state.claims);
  const { basis, stated, print: current } = pillarState(review, score, standing);
  if (print !== current) throw new Problem("conflict", "This pillar has changed since you saw it. Look again.");
  const { organizationId, id: assessmentId, round } = assessment;
  await db.pillarReview.update({
    where: { organizationId_assessmentId_round_pillar: { organizationId, assessmentId, round, pillar } },
    data: { signedBy: actor.userId, signedAt: new Date(), basis, stated, selfSigned: own },
  });
  await tellClients(db, "review", { assessment: assessmentId, pillar });
  audit({ action: "pillars.sign-off", object: `assessment/${assessmentId}`, facts: { pillar, round, own, ...stated } });
  return null;
}

/**
 * Takes a sign-off back: the pillar is in review again.
 * @throws Problem not-found, conflict (approved)
 */
export async function withdrawSignOff(
  db: ScopedDb,
  actor: Actor,
  { slug, pillar }: Which,
  audit: (note: AuditNote) => void,
): Promise<null> {
  const { organizationId, id: assessmentId, round } = await lockAssessment(db, actor, slug);
  const { count } = await db.pillarReview.updateMany({
    where: { organizationId, assessmentId, round, pillar, signedAt: { not: null } },
    data: { signedBy: null, signedAt: null, basis: Prisma.DbNull, stated: Prisma.DbNull, selfSigned: false },
  });
  if (count === 0) throw notFound("The sign-off");
  await tellClients(db, "review", { assessment: assessmentId, pillar });
  audit({ action: "pillars.withdraw", object: `assessment/${assessmentId}`, facts: { pillar, round } });
  return null;
}
