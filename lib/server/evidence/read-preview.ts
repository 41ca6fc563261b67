import type { Actor } from "../access/roles";
import type { ScopedDb } from "../platform/database/client";
import { notFound } from "../platform/problem";
import { findEvidence } from "./find-evidence";

/**
 * What can be shown of a file: a picture drawn anew as PNG, or the first lines of a text. Never a byte of the file itself.
 * @throws Problem not-found where there is nothing to show
 */
export async function readPreview(db: ScopedDb, actor: Actor, slug: string, id: string): Promise<Response> {
  const { evidence } = await findEvidence(db, actor, slug, id);
  const content = await db.evidenceContent.findUnique({
    where: { organizationId_evidenceId: { organizationId: evidence.organizationId, evidenceId: id } },
    select: { picture: true, lines: true },
  });
  if (content?.picture) return new Response(content.picture, { headers: { "Content-Type": "image/png" } });
  if (content?.lines) return new Response(content.lines, { headers: { "Content-Type": "text/plain; charset=utf-8" } });
  throw notFound("The preview");
}
