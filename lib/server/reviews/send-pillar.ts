import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import { answerableParts } from "../assessments/open-criterion";
import { hasPillar } from "../content/asked-criteria";
import type { ScopedDb } from "../platform/database/client";
import { notFound, Problem } from "../platform/problem";
import { tellClients } from "../platform/tell-clients";
import { lockAssessment } from "./lock-assessment";

type Which = Readonly<{ slug: string; pillar: string }>;

/**
 * Sends a pillar to review: whoever answers there says that it is ready. Answers may still change.
 * @throws Problem not-found, conflict (it is there already; approved)
 */
export async function sendPillar(
  db: ScopedDb,
  actor: Actor,
  { slug, pillar }: Which,
  audit: (note: AuditNote) => void,
): Promise<null> {
  const assessment = await lockAssessment(db, actor, slug);
  await requirePillar(db, actor, assessment, pillar);
  const { organizationId, id: assessmentId, round } = assessment;
  const key = { organizationId, assessmentId, round, pillar };
  const where = { organizationId_assessmentId_round_pillar: key };
  if (await db.pillarReview.findUnique({ where })) {
    throw new Problem("conflict", "This pillar is in review already.");
  }
  await db.pillarReview.create({ data: { ...key, sentBy: actor.userId } });
  if (assessment.state === "draft") await setState(db, assessment, "in-review");
  await tellClients(db, "review", { assessment: assessmentId, pillar });
  audit({ action: "pillars.send", object: `assessment/${assessmentId}`, facts: { pillar, round } });
  return null;
}

/**
 * Takes a pillar back from review, before it is signed off.
 * @throws Problem not-found, conflict (signed off; approved)
 */
export async function takePillarBack(
  db: ScopedDb,
  actor: Actor,
  { slug, pillar }: Which,
  audit: (note: AuditNote) => void,
): Promise<null> {
  const assessment = await lockAssessment(db, actor, slug);
  await requirePillar(db, actor, assessment, pillar);
  const { organizationId, id: assessmentId, round } = assessment;
  const key = { organizationId, assessmentId, round, pillar };
  const where = { organizationId_assessmentId_round_pillar: key };
  const row = await db.pillarReview.findUnique({ where });
  if (!row) throw notFound("The pillar in review");
  if (row.signedAt) {
    throw new Problem("conflict", "This pillar is signed off. Change an answer in it, and its sign-off reopens.");
  }
  await db.pillarReview.delete({ where });
  const left = await db.pillarReview.count({ where: { organizationId, assessmentId, round } });
  if (left === 0) await setState(db, assessment, "draft");
  await tellClients(db, "review", { assessment: assessmentId, pillar });
  audit({ action: "pillars.take-back", object: `assessment/${assessmentId}`, facts: { pillar, round } });
  return null;
}

type Locked = Awaited<ReturnType<typeof lockAssessment>>;

async function setState(db: ScopedDb, { organizationId, id }: Locked, state: "draft" | "in-review"): Promise<void> {
  await db.assessment.update({ where: { organizationId_id: { organizationId, id } }, data: { state } });
}

async function requirePillar(db: ScopedDb, actor: Actor, assessment: Locked, pillar: string): Promise<void> {
  const known = await hasPillar(db, assessment, pillar);
  const mine = await answerableParts(db, actor, assessment);
  if (!known || (mine !== "all" && !mine.includes(pillar))) throw notFound("The pillar");
}
