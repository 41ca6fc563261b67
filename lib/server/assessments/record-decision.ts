import { z } from "zod";
import { DECISION_LIMITS, type Decision } from "../../core/walk/decision";
import { wellFormed } from "../../core/words/well-formed";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";
import type { WorkshopDecision } from "../platform/database/generated/client";
import { tellClients } from "../platform/tell-clients";
import { openTopic } from "./open-topic";

const { text, present, name } = DECISION_LIMITS;

export const decisionSchema = z.strictObject({
  topic: z.string().min(1).max(200),
  present: z
    .array(z.string().trim().min(1).max(name, `A name has at most ${name} characters.`).transform(wellFormed))
    .min(1, "Say who is in the room.")
    .max(present, `At most ${present} people are noted.`),
  decision: z
    .string()
    .trim()
    .min(1, "Say what was decided.")
    .max(text, "A decision has at most 5,000 characters.")
    .transform(wellFormed),
  dissent: z.string().trim().max(text, "A dissent has at most 5,000 characters.").transform(wellFormed).default(""),
  seconds: z.number().int().min(0).max(86_400).default(0),
});

/**
 * Records what a workshop decided on a topic. It is never changed; who thinks better of it records another.
 * @throws Problem not-found, conflict (approved)
 */
export async function recordDecision(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  input: z.output<typeof decisionSchema>,
  audit: (note: AuditNote) => void,
): Promise<Decision> {
  const assessment = await openTopic(db, actor, slug, input.topic);
  const row = await db.workshopDecision.create({
    data: {
      organizationId: assessment.organizationId,
      assessmentId: assessment.id,
      ...input,
      recordedBy: actor.userId,
    },
  });
  await tellClients(db, "workshop", { assessment: assessment.id, topic: input.topic });
  const { topic, present: names, decision, dissent } = input;
  audit({
    action: "workshop.decide",
    object: `assessment/${assessment.id}`,
    facts: { topic, people: names.length },
    values: { present: names, decision, dissent },
  });
  return decisionView(row);
}

/** A decision as clients get it. */
export function decisionView(row: WorkshopDecision): Decision {
  const { id, topic, present: names, decision, dissent, seconds, recordedBy, recordedAt } = row;
  return { id, topic, present: names, decision, dissent, seconds, recordedBy, recordedAt: recordedAt.toISOString() };
}
