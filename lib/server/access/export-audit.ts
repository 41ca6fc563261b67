import { today } from "../platform/clock";
import { type ScopedDb, withOrganization } from "../platform/database/client";
import type { AuditNote } from "./audit";
import { parsePayload } from "./audit-entry";
import { download } from "./door/download";
import type { Actor } from "./roles";

const BATCH = 1_000;

type Row = Readonly<{
  seq: bigint;
  payload: string;
  previous: Uint8Array;
  hash: Uint8Array;
  salt: Uint8Array | null;
  values: string | null;
}>;

/**
 * The whole audit log as JSON Lines, the oldest entry first: what each says in plain fields, and what anybody needs to check
 * the chain (`hash` = SHA-256 over `previous` and the bytes of `payload`).
 * Read piece by piece while it is sent, so that its size doesn't matter; entries that are added meanwhile aren't in it.
 */
export async function exportAudit(db: ScopedDb, actor: Actor, audit: (note: AuditNote) => void): Promise<Response> {
  const { organizationId } = actor;
  const head = await db.auditEntry.aggregate({ where: { organizationId }, _max: { seq: true } });
  const end = head._max.seq ?? 0n;
  audit({ action: "audit.export", object: `organization/${organizationId}`, facts: { through: Number(end) } });
  return download({
    content: streamOf(actor, end),
    type: "application/jsonl; charset=utf-8",
    name: `${actor.organizationSlug}-audit-${today()}.jsonl`,
  });
}

function streamOf(actor: Actor, end: bigint): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let last = 0n;
  return new ReadableStream({
    async pull(controller) {
      // A transaction for each piece: the door's own has ended by now.
      const rows = last < end ? await withOrganization(actor, (db) => readBatch(db, actor, last, end)) : [];
      const newest = rows.at(-1);
      if (!newest) return controller.close();
      last = newest.seq;
      controller.enqueue(encoder.encode(rows.map((row) => `${JSON.stringify(lineOf(row))}\n`).join("")));
    },
  });
}

function readBatch(db: ScopedDb, { organizationId }: Actor, after: bigint, end: bigint): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    SELECT e.seq, e.payload, e.previous, e.hash, d.salt, d.values::text AS values
      FROM audit_entries e LEFT JOIN audit_details d ON d.organization_id = e.organization_id AND d.seq = e.seq
     WHERE e.organization_id = ${organizationId}::uuid AND e.seq > ${after} AND e.seq <= ${end} ORDER BY e.seq LIMIT ${BATCH}`;
}

function lineOf({ seq, payload, previous, hash, salt, values }: Row): Readonly<Record<string, unknown>> {
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
  const { values: _, ...content } = parsePayload(payload) ?? { seq: Number(seq) };
  return {
    ...content,
    values: values === null ? null : JSON.parse(values),
    salt: salt && hex(salt),
    payload,
    previous: hex(previous),
    hash: hex(hash),
  };
}
