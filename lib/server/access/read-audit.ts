import { z } from "zod";
import { namesOf } from "../people/names-of";
import type { ScopedDb } from "../platform/database/client";
import { type AuditPayload, type AuditValues, parsePayload, readValues } from "./audit-entry";

/** Entries of one page. */
export const PAGE_SIZE = 50;

/** An entry with the names of today. `content` is undefined where somebody has made it unreadable. */
export type AuditRow = Readonly<{
  seq: number;
  at: Date;
  hash: string;
  actorName: string;
  /** Whom it was done to, where that is a member and somebody else. */
  personName: string | null;
  content: (Omit<AuditPayload, "values"> & Readonly<{ values: AuditValues }>) | undefined;
}>;

export type AuditPage = Readonly<{ rows: readonly AuditRow[]; length: number }>;

type Row = Readonly<{
  seq: bigint;
  at: Date;
  payload: string;
  hash: Uint8Array;
  salt: Uint8Array | null;
  values: string | null;
}>;

/**
 * One page of the audit log, the newest entries first.
 * @param before number of the entry that the page ends before; from the newest on without it
 */
export async function readAudit(db: ScopedDb, organizationId: string, before?: number): Promise<AuditPage> {
  const upTo = BigInt(before ?? Number.MAX_SAFE_INTEGER);
  const rows = await db.$queryRaw<Row[]>`
    SELECT e.seq, e.at, e.payload, e.hash, d.salt, d.values::text AS values
      FROM audit_entries e LEFT JOIN audit_details d ON d.organization_id = e.organization_id AND d.seq = e.seq
     WHERE e.organization_id = ${organizationId}::uuid AND e.seq < ${upTo} ORDER BY e.seq DESC LIMIT ${PAGE_SIZE}`;
  const head = await db.auditEntry.aggregate({ where: { organizationId }, _max: { seq: true } });
  const people = rows.flatMap(({ payload }) => {
    const parsed = parsePayload(payload);
    return [parsed?.actor ?? "", personIn(parsed?.object) ?? ""];
  });
  const names = await namesOf(db, people.filter(isUuid));
  return { rows: rows.map((row) => auditRow(row, names)), length: Number(head._max.seq ?? 0n) };
}

function auditRow({ seq, at, payload, hash, salt, values }: Row, names: Readonly<Record<string, string>>): AuditRow {
  const parsed = parsePayload(payload);
  const person = personIn(parsed?.object);
  const detail = salt && values !== null ? { salt, text: values } : null;
  return {
    seq: Number(seq),
    at,
    hash: Buffer.from(hash).toString("hex"),
    actorName: parsed?.actor ? (names[parsed.actor] ?? "a former member") : "the system",
    personName: person && person !== parsed?.actor ? (names[person] ?? "a former member") : null,
    content: parsed && { ...parsed, values: readValues(parsed, detail) },
  };
}

/** What somebody may have written into an entry past the app isn't asked of the database. */
function isUuid(id: string): boolean {
  return z.uuid().safeParse(id).success;
}

/** The person that an object of the log is, as in "membership/…". */
function personIn(object: string | undefined): string | undefined {
  return object?.startsWith("membership/") ? object.slice("membership/".length) : undefined;
}
