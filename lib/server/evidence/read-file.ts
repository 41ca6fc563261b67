import { attachmentHeader } from "../../core/evidence/file-name";
import type { Actor } from "../access/roles";
import { type ScopedDb, withOrganization } from "../platform/database/client";
import { objectStore } from "../platform/files/object-store";
import { notFound, Problem } from "../platform/problem";
import { findEvidence } from "./find-evidence";
import { objectKey } from "./store-file";

const CHUNK_BYTES = 1_000_000;

/**
 * The file of a piece of evidence as a download, never shown in a page of ours. (The proxy adds a policy without rights and
 * `nosniff` to all of the API.)
 * @returns what makes the response, once the transaction is over
 * @throws Problem not-found, unavailable
 */
export async function readFile(db: ScopedDb, actor: Actor, slug: string, id: string): Promise<() => Promise<Response>> {
  const { evidence } = await findEvidence(db, actor, slug, id);
  const place = { organizationId: evidence.organizationId, evidenceId: id };
  const file = await db.evidenceFile.findUnique({ where: { organizationId_evidenceId: place } });
  if (!file) throw notFound("The file");
  return async () =>
    new Response(file.storage === "s3" ? await fromStore(objectKey(place)) : fromDatabase(actor, id), {
      headers: {
        "Content-Type": file.mediaType,
        "Content-Length": String(file.size),
        "Content-Disposition": attachmentHeader(file.name),
      },
    });
}

async function fromStore(key: string): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const store = objectStore();
  if (!store)
    throw new Problem("unavailable", "The store that this file lies in isn’t set any more. Tell your operator.");
  return store.get(key);
}

/** Piece by piece, each in a transaction of its own, so that a slow reader holds no connection and little memory. */
function fromDatabase(actor: Actor, id: string): ReadableStream<Uint8Array<ArrayBuffer>> {
  let offset = 0;
  return new ReadableStream({
    pull: async (controller) => {
      const [row] = await withOrganization(
        actor,
        (db) => db.$queryRaw<{ part: Uint8Array<ArrayBuffer> }[]>`
          SELECT substring(bytes FROM ${offset + 1}::int FOR ${CHUNK_BYTES}::int) AS part FROM evidence_contents WHERE evidence_id = ${id}::uuid`,
      );
      if (!row?.part) return controller.error(new Error("the file was removed while it was read"));
      if (row.part.byteLength > 0) controller.enqueue(row.part);
      offset += CHUNK_BYTES;
      if (row.part.byteLength < CHUNK_BYTES) controller.close();
    },
  });
}
