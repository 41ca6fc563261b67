import { z } from "zod";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import { findAssessment } from "../assessments/find-assessment";
import { storedQuestionnaire } from "../content/questionnaire-store";
import type { ScopedDb } from "../platform/database/client";
import { notFound, Problem } from "../platform/problem";
import { hashToken, randomToken } from "../platform/secrets";

const DAY_MS = 86_400_000;

export const askSchema = z.strictObject({
  person: z.string().trim().min(1, "Who is asked?").max(100, "At most 100 characters."),
  topics: z.array(z.string().max(200)).min(1, "Choose at least one topic.").max(200),
  days: z.number().int().min(1).max(60, "A link is open for 60 days at most."),
});

/**
 * Makes a link by which one person answers the topics named, until it expires.
 * @returns the link's path; it is stored only hashed, so this is the one time that it can be read
 * @throws Problem not-found, invalid for a topic that the questionnaire doesn't have
 */
export async function askInterview(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  { person, topics, days }: z.output<typeof askSchema>,
  audit: (note: AuditNote) => void,
): Promise<{ path: string; expiresAt: string }> {
  const assessment = await findAssessment(db, actor, slug);
  if (assessment.state === "approved") {
    throw new Problem("conflict", "This assessment is approved and no longer changes. Reopen it for the next round.");
  }
  const { questionnaire } = await storedQuestionnaire(db, assessment.questionnaire, assessment.version);
  const known = questionnaire.pillars.flatMap((pillar) => pillar.topics.map(({ id }) => id));
  const unknown = topics.findIndex((topic) => !known.includes(topic));
  if (unknown >= 0) {
    throw new Problem("invalid", "There is no such topic.", [
      { path: `topics.${unknown}`, message: "not in this questionnaire" },
    ]);
  }
  const token = randomToken();
  const expiresAt = new Date(Date.now() + days * DAY_MS);
  const { id } = await db.interview.create({
    data: {
      organizationId: actor.organizationId,
      assessmentId: assessment.id,
      tokenHash: new Uint8Array(hashToken(token)),
      person,
      topics: known.filter((topic) => topics.includes(topic)),
      askedBy: actor.userId,
      expiresAt,
    },
    select: { id: true },
  });
  const expires = expiresAt.toISOString();
  audit({ action: "interview.ask", object: `interview/${id}`, facts: { topics, expires }, values: { person } });
  return { path: `/interview/${token}`, expiresAt: expires };
}

/** Takes a link back; what was said on it stays. @throws Problem not-found */
export async function revokeInterview(
  db: ScopedDb,
  actor: Actor,
  { slug, id }: Readonly<{ slug: string; id: string }>,
  audit: (note: AuditNote) => void,
): Promise<null> {
  const assessment = await findAssessment(db, actor, slug);
  if (!z.uuid().safeParse(id).success) throw notFound("The interview");
  const { count } = await db.interview.updateMany({
    where: { organizationId: actor.organizationId, assessmentId: assessment.id, id, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  if (count === 0) throw notFound("The interview");
  audit({ action: "interview.revoke", object: `interview/${id}` });
  return null;
}
