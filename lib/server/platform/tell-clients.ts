import type { ScopedDb } from "./database/client";
import { noticeWaiting } from "./outbox";

/**
 * Tells live clients of the organization that something changed, once the transaction is committed.
 *
 * @param topic what kind of thing
 * @param body ids and versions only, never an answer or a word of it
 */
export async function tellClients(db: ScopedDb, topic: string, body: Readonly<Record<string, unknown>>): Promise<void> {
  await db.$executeRaw`SELECT put_outbox(${topic}, ${JSON.stringify(body)}::jsonb)`;
  noticeWaiting();
}
