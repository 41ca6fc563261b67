import type { ScopedDb } from "../platform/database/client";
import { tellClients } from "../platform/tell-clients";

/** Tells live clients that a piece of evidence changed, and what it speaks or spoke to. */
export async function tellEvidence(
  db: ScopedDb,
  assessment: string,
  evidence: string,
  criteria: readonly Readonly<{ criterion: string }>[],
): Promise<void> {
  const ids = new Set(criteria.map(({ criterion }) => criterion));
  await tellClients(db, "evidence", { assessment, evidence, criteria: [...ids] });
}
