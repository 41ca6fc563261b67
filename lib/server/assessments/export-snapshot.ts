import { z } from "zod";
import type { AssessmentFile } from "../../core/portable/schema";
import { writeAssessmentFile } from "../../core/portable/write-assessment-file";
import type { AuditNote } from "../access/audit";
import { download } from "../access/door/download";
import type { Actor } from "../access/roles";
import { isoDay } from "../platform/clock";
import type { ScopedDb } from "../platform/database/client";
import { notFound, Problem } from "../platform/problem";
import { findAssessment } from "./find-assessment";
import { snapshotHash } from "./take-snapshot";

/**
 * The portable file of a snapshot, as a download, once its hash was checked.
 * @throws Problem not-found; unavailable when what is stored doesn't fit its hash
 */
export async function exportSnapshot(
  db: ScopedDb,
  actor: Actor,
  { assessment: slug, snapshot: id }: Readonly<{ assessment: string; snapshot: string }>,
  audit: (note: AuditNote) => void,
): Promise<Response> {
  const { id: assessmentId, organizationId } = await findAssessment(db, actor, slug);
  const known = z.uuid().safeParse(id).success;
  const row = known ? await db.snapshot.findFirst({ where: { organizationId, assessmentId, id } }) : null;
  if (!row) throw notFound("The snapshot");
  if (snapshotHash(row.file, row.scores) !== row.hash) {
    throw new Problem("unavailable", "This snapshot was changed in the database: it no longer fits its hash.");
  }
  audit({ action: "snapshot.export", object: `snapshot/${id}`, facts: { assessment: assessmentId } });
  return download({
    content: writeAssessmentFile(z.custom<AssessmentFile>().parse(row.file)), // written by us, and its hash fits
    type: "application/json; charset=utf-8",
    name: `${actor.organizationSlug}-${slug}-${isoDay(row.asOf)}-snapshot.json`,
  });
}
