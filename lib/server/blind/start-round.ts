import { z } from "zod";
import type { AuditNote } from "../access/audit";
import { type Actor, permissionPairs } from "../access/roles";
import { findAssessment } from "../assessments/find-assessment";
import { storedQuestionnaire } from "../content/questionnaire-store";
import type { ScopedDb } from "../platform/database/client";
import { Problem } from "../platform/problem";

export const startRoundSchema = z
  .strictObject({
    first: z.uuid("Choose a member."),
    second: z.uuid("Choose a member."),
    /** Ids of pillars whose topics are answered. */
    pillars: z.array(z.string().max(100)).min(1, "Choose at least one pillar.").max(20),
  })
  .refine(({ first, second }) => first !== second, { message: "Choose two different people.", path: ["second"] });

/**
 * Starts a blind round: two members who may answer judge the same pillars apart.
 * @throws Problem not-found, invalid for somebody who may not answer or a pillar that doesn't exist, conflict when approved
 */
export async function startRound(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  { first, second, pillars }: z.output<typeof startRoundSchema>,
  audit: (note: AuditNote) => void,
): Promise<{ id: string }> {
  const assessment = await findAssessment(db, actor, slug);
  if (assessment.state === "approved") {
    throw new Problem("conflict", "This assessment is approved and no longer changes. Reopen it for the next round.");
  }
  const answering = permissionPairs().flatMap(({ role, action }) => (action === "answers.write" ? [role] : []));
  const members = await db.membership.findMany({
    where: { organizationId: actor.organizationId, userId: { in: [first, second] }, role: { in: answering } },
    select: { userId: true },
  });
  for (const [path, person] of [
    ["first", first],
    ["second", second],
  ] as const) {
    if (!members.some(({ userId }) => userId === person)) {
      throw new Problem("invalid", "Both must be members who may answer.", [
        { path, message: "This person is no member who may answer." },
      ]);
    }
  }
  const { questionnaire } = await storedQuestionnaire(db, assessment.questionnaire, assessment.version);
  const chosen = questionnaire.pillars.filter(({ id }) => pillars.includes(id));
  if (chosen.length !== new Set(pillars).size) {
    throw new Problem("invalid", "There is no such pillar.", [
      { path: "pillars", message: "not in this questionnaire" },
    ]);
  }
  const { organizationId } = actor;
  const { id } = await db.blindRound.create({
    data: {
      organizationId,
      assessmentId: assessment.id,
      topics: chosen.flatMap((pillar) => pillar.topics.map((topic) => topic.id)),
      first,
      second,
      startedBy: actor.userId,
    },
    select: { id: true },
  });
  // An assessor sees what is assigned to them: the round is.
  await db.assignment.createMany({
    data: [first, second].flatMap((userId) =>
      chosen.map((pillar) => ({ organizationId, assessmentId: assessment.id, userId, pillar: pillar.id })),
    ),
    skipDuplicates: true,
  });
  audit({ action: "blind.start", object: `blind/${id}`, facts: { first, second, pillars } });
  return { id };
}
