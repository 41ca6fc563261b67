import type { ScopedDb } from "../platform/database/client";
import { type AuditLink, type ChainState, verifyChain } from "./audit";

/** About 5 MB of entries at a time. */
const BATCH = 5_000;

/** Reads an organization's whole chain, piece by piece, and checks it. It can't tell that the newest entries were cut off. */
export async function verifyAudit(db: ScopedDb, organizationId: string): Promise<ChainState> {
  let last: AuditLink | undefined;
  for (;;) {
    const links = await db.auditEntry.findMany({
      where: { organizationId, seq: { gt: last?.seq ?? 0n } },
      orderBy: { seq: "asc" },
      take: BATCH,
      select: { seq: true, payload: true, previous: true, hash: true },
    });
    const state = verifyChain(organizationId, links, last);
    if (!state.whole || links.length < BATCH) return state;
    last = links.at(-1);
  }
}
