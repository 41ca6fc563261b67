import { z } from "zod";
import type { ExceptionView } from "../../core/walk/evidence-view";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import { isoDay, today } from "../platform/clock";
import type { ScopedDb } from "../platform/database/client";
import type { Exception } from "../platform/database/generated/client";
import { Problem } from "../platform/problem";
import { tellClients } from "../platform/tell-clients";
import { openCriterion } from "./open-criterion";

const text = (max: number) => z.string().trim().max(max);

export const putExceptionSchema = z.strictObject({
  criterion: z.string().min(1).max(200),
  owner: text(200).min(1, "Say who answers for it."),
  reason: text(2_000).min(1, "Say why it is accepted."),
  risk: text(2_000).default(""),
  expires: z.iso.date("Give the day on which it ends."),
});

/**
 * Proposes a deviation on one criterion, or changes one, which is then to be accepted again. It is shown and never scored as met.
 * @throws Problem not-found, invalid (ends before tomorrow), conflict (approved)
 */
export async function putException(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  input: z.output<typeof putExceptionSchema>,
  audit: (note: AuditNote) => void,
): Promise<ExceptionView> {
  const { criterion, expires, ...rest } = input;
  if (expires <= today()) {
    throw new Problem("invalid", "An exception ends on a day to come.", [
      { path: "expires", message: "Choose a day to come." },
    ]);
  }
  const assessment = await openCriterion(db, actor, slug, criterion);
  const key = { organizationId: assessment.organizationId, assessmentId: assessment.id, criterion };
  const data = {
    ...rest,
    expires: new Date(expires),
    createdBy: actor.userId,
    createdAt: new Date(),
    acceptedBy: null,
    acceptedAt: null,
  };
  const row = await db.exception.upsert({
    where: { organizationId_assessmentId_criterion: key },
    create: { ...key, ...data },
    update: data,
  });
  await tellClients(db, "exceptions", { assessment: assessment.id, criterion });
  audit({
    action: "exceptions.put",
    object: `assessment/${assessment.id}`,
    facts: { criterion, expires },
    values: rest,
  });
  return exceptionView(row);
}

/** An exception as clients get it. */
export function exceptionView(row: Exception): ExceptionView {
  const { criterion, owner, reason, risk, createdBy, acceptedBy } = row;
  return {
    ...{ criterion, owner, reason, risk, expires: isoDay(row.expires) },
    ...{ createdBy, createdAt: row.createdAt.getTime() },
    ...(acceptedBy ? { acceptedBy } : {}),
  };
}
