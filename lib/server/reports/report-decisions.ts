import type { ReportDecision } from "../../core/reports/input";
import { namesOf } from "../people/names-of";
import { isoDay } from "../platform/clock";
import type { ScopedDb } from "../platform/database/client";
import type { Assessment } from "../platform/database/generated/client";

/**
 * What workshops decided in an assessment, the oldest first.
 * @param until decisions recorded later are left out, as from the report of a snapshot
 */
export async function reportDecisions(
  db: ScopedDb,
  { organizationId, id: assessmentId }: Pick<Assessment, "organizationId" | "id">,
  until: Date | undefined,
): Promise<readonly ReportDecision[]> {
  const rows = await db.workshopDecision.findMany({
    where: { organizationId, assessmentId, ...(until ? { recordedAt: { lte: until } } : {}) },
    orderBy: { recordedAt: "asc" },
  });
  const names = await namesOf(
    db,
    rows.map(({ recordedBy }) => recordedBy),
  );
  return rows.map(({ topic, present, decision, dissent, recordedBy, recordedAt }) => ({
    ...{ topic, present, decision, dissent },
    by: names[recordedBy] ?? "a former member",
    on: isoDay(recordedAt),
  }));
}
