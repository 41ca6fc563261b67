import { z } from "zod";
import { type Finding, METHODS } from "../../core/review/finding";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import { openCriterion } from "../assessments/open-criterion";
import type { ScopedDb } from "../platform/database/client";
import { tellClients } from "../platform/tell-clients";
import { findingView } from "./finding-row";

const text = (max: number) => z.string().trim().max(max).default("");

export const putFindingSchema = z
  .strictObject({
    criterion: z.string().min(1).max(200),
    status: z.enum(["met", "partly", "not-met", "not-applicable"], "Say what you found."),
    coverage: z.number("Give a share, such as 92 %.").gt(0).lt(1, "A whole is met.").optional(),
    method: z.enum(METHODS, "Say how you came by it."),
    sample: text(300),
    note: text(2_000),
  })
  .refine(({ status, coverage }) => (status === "partly") === (coverage !== undefined), {
    message: "Partly needs its share, the others have none.",
    path: ["coverage"],
  });

/**
 * Writes down what the actor holds to be so of a criterion, beside the claim; their earlier finding on it is replaced.
 * No score changes: a finding is no evidence.
 * @throws Problem not-found, conflict (approved)
 */
export async function putFinding(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  input: z.output<typeof putFindingSchema>,
  audit: (note: AuditNote) => void,
): Promise<Finding> {
  const { criterion, coverage, ...rest } = input;
  const assessment = await openCriterion(db, actor, slug, criterion);
  const { organizationId, id: assessmentId } = assessment;
  const key = { organizationId, assessmentId, criterion, madeBy: actor.userId };
  const where = { organizationId_assessmentId_criterion_madeBy: key };
  const before = await db.finding.findUnique({ where });
  const data = { ...rest, coverage: coverage ?? null, madeAt: new Date() };
  const row = await db.finding.upsert({ where, create: { ...key, ...data }, update: data });
  await tellClients(db, "findings", { assessment: assessmentId, criterion });
  audit({
    action: "findings.put",
    object: `assessment/${assessmentId}`,
    facts: { criterion },
    values: { before: before ? said(findingView(before)) : null, after: said(findingView(row)) },
  });
  return findingView(row);
}

function said({ status, coverage, method, sample, note }: Finding) {
  return { status, coverage, method, sample, note };
}
