import { criteriaInScope } from "../../core/review/pillar-standing";
import { scoreAssessment } from "../../core/scoring/score";
import type { AuditNote } from "../access/audit";
import { type Actor, can } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";
import { Prisma } from "../platform/database/generated/client";
import { notFound, Problem } from "../platform/problem";
import { tellClients } from "../platform/tell-clients";
import { lockAssessment } from "./lock-assessment";
import { readReview } from "./read-review";

type Which = Readonly<{ slug: string; pillar: string }>;

/**
 * Signs a pillar off as it stands: level, stage, exceptions and what remains open are kept with it. A later change to an answer
 * in it reopens it. Not by who answered in it, unless the organization has switched that off.
 * @throws Problem not-found, forbidden (own answers), conflict (not in review, signed off already; approved)
 */
export async function signOffPillar(
  db: ScopedDb,
  actor: Actor,
  { slug, pillar }: Which,
  audit: (note: AuditNote) => void,
): Promise<null> {
  const assessment = await lockAssessment(db, actor, slug);
  const { state, input, outline, standings } = await readReview(db, actor, slug);
  const standing = standings.find((one) => one.pillar === pillar);
  const content = outline.pillars.find(({ id }) => id === pillar);
  if (!standing || !content) throw notFound("The pillar");
  if (standing.state === "in-progress") throw new Problem("conflict", "This pillar hasn't been sent to review yet.");
  if (standing.state === "signed-off") throw new Problem("conflict", "This pillar is signed off as it stands.");
  const own = standing.own > 0;
  const resource = { ...(own ? { answeredBy: actor.userId } : {}), selfAcceptance: input.selfAcceptance };
  if (!can(actor, "pillars.sign-off", resource)) {
    throw new Problem("forbidden", "You answered in this pillar yourself: its sign-off needs another reviewer.");
  }
  const criteria = criteriaInScope(content, input);
  const score = scoreAssessment(state.stored.model, state.claims).pillars.find(({ id }) => id === pillar);
  const stated = {
    ...(score ? { low: score.low, high: score.high, verified: score.verified, stage: score.stage } : {}),
    remains: standing.remains,
  };
  const { organizationId, id: assessmentId, round } = assessment;
  await db.pillarReview.update({
    where: { organizationId_assessmentId_round_pillar: { organizationId, assessmentId, round, pillar } },
    data: {
      signedBy: actor.userId,
      signedAt: new Date(),
      basis: Object.fromEntries(criteria.map((id) => [id, input.prints.get(id)?.counted ?? ""])),
      stated,
      selfSigned: own,
    },
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
