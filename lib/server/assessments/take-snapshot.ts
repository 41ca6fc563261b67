import { z } from "zod";
import { scoreAssessment } from "../../core/scoring/score";
import type { AuditNote } from "../access/audit";
import type { Actor } from "../access/roles";
import { contentHash } from "../content/content-hash";
import { today } from "../platform/clock";
import type { ScopedDb } from "../platform/database/client";
import { tellClients } from "../platform/tell-clients";
import { readAssessmentFile } from "./assessment-file";
import { readAssessment } from "./read-assessment";

export const takeSnapshotSchema = z.strictObject({
  label: z.string().trim().min(2, "Give it a name, such as “Board, November”.").max(80),
});

/**
 * Keeps an assessment as it is now: file and scores, with the SHA-256 of their canonical form. It can't be changed or
 * removed afterwards; the app's role may only insert.
 * @throws Problem not-found
 */
export async function takeSnapshot(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  { label }: z.output<typeof takeSnapshotSchema>,
  audit: (note: AuditNote) => void,
): Promise<{ id: string; hash: string }> {
  const { id, hash, asOf, assessmentId } = await keepSnapshot(db, actor, slug, { label });
  audit({
    action: "snapshot.take",
    object: `snapshot/${id}`,
    facts: { assessment: assessmentId, asOf, hash },
    values: { label },
  });
  return { id, hash };
}

/** What a snapshot is kept as. One that approves a round is the approval. */
type Kept = Readonly<{ label: string; approvedRound?: number; selfApproved?: boolean }>;

/** Writes the snapshot, without a note for the audit log. @throws Problem not-found */
export async function keepSnapshot(
  db: ScopedDb,
  actor: Actor,
  slug: string,
  kept: Kept,
): Promise<{ id: string; hash: string; asOf: string; assessmentId: string }> {
  const asOf = today();
  const state = await readAssessment(db, actor, slug, asOf);
  const { id: assessmentId, organizationId } = state.assessment;
  const file = await readAssessmentFile(db, state, actor.organizationName);
  const scores = scoreAssessment(state.stored.model, state.claims);
  const hash = snapshotHash(file, scores);
  const { id } = await db.snapshot.create({
    data: { ...kept, organizationId, assessmentId, asOf: new Date(asOf), file, scores, hash, takenBy: actor.userId },
    select: { id: true },
  });
  await tellClients(db, "snapshots", { assessment: assessmentId, snapshot: id });
  return { id, hash, asOf, assessmentId };
}

/** SHA-256, in hexadecimal, over the canonical JSON of `{file, scores}`. */
export function snapshotHash(file: unknown, scores: unknown): string {
  return contentHash({ file, scores });
}
