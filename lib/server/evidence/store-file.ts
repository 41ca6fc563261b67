import { readConfig } from "../platform/config";
import type { ScopedDb } from "../platform/database/client";
import { objectStore } from "../platform/files/object-store";
import { Problem } from "../platform/problem";
import type { PreparedFile } from "./prepare-file";

const MB = 1_000_000;

/** Which piece a file belongs to. */
type Place = Readonly<{ organizationId: string; evidenceId: string }>;

/**
 * Keeps the file of a piece of evidence: in the store that the operator named, else in the database. The store comes last, so
 * that what fails before leaves nothing in it.
 * @throws Problem invalid where the organization's files would take more than its quota, unavailable
 */
export async function storeFile(db: ScopedDb, place: Place, file: PreparedFile): Promise<void> {
  await checkQuota(db, place.organizationId, file.bytes.byteLength);
  const { name, mediaType, sha256, bytes, picture, lines } = file;
  const store = objectStore();
  const storage = store ? "s3" : "database";
  await db.evidenceFile.create({ data: { ...place, name, mediaType, size: bytes.byteLength, sha256, storage } });
  await db.evidenceContent.create({ data: { ...place, bytes: store ? null : bytes, picture, lines } });
  await store?.put(objectKey(place), bytes, sha256);
}

/** Where a file lies in the store. Triggers of the database build the same. */
export function objectKey({ organizationId, evidenceId }: Place): string {
  return `${organizationId}/${evidenceId}`;
}

async function checkQuota(db: ScopedDb, organizationId: string, more: number): Promise<void> {
  // One upload after the other, so that two at once can't pass the quota together.
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${organizationId}, 2))`;
  const { _sum } = await db.evidenceFile.aggregate({ where: { organizationId }, _sum: { size: true } });
  const quota = readConfig(process.env).EVIDENCE_QUOTA_MB;
  const used = _sum.size ?? 0;
  if (used + more <= quota * MB) return;
  const message = `The files of this organization take ${Math.ceil(used / MB)} of ${quota} MB: this one doesn’t fit any more.`;
  throw new Problem("invalid", message, [{ path: "file", message }]);
}
