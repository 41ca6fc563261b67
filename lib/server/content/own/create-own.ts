import { z } from "zod";
import type { AuditNote } from "../../access/audit";
import type { Actor } from "../../access/roles";
import type { ScopedDb } from "../../platform/database/client";
import { Problem } from "../../platform/problem";
import type { ContentRef } from "../content-ref";
import { readSource, sourceSchema } from "./own-input";

export const createOwnSchema = z.strictObject({ source: sourceSchema });

/** How many drafts and versions an organization may keep; each can have 2 MB. */
const MOST_OWN = 100;

/**
 * Keeps a text as a draft of its name and version.
 * @throws Problem invalid where it can't be read; conflict where that version is there already, or there are too many
 */
export async function createOwn(
  db: ScopedDb,
  actor: Actor,
  { source }: z.output<typeof createOwnSchema>,
  audit: (note: AuditNote) => void,
): Promise<ContentRef> {
  const { organizationId } = actor;
  const { columns } = await readSource(db, source);
  const { questionnaire, version } = columns;
  if ((await db.ownQuestionnaire.count()) >= MOST_OWN) {
    throw new Problem(
      "conflict",
      `An organization keeps at most ${MOST_OWN} versions. Throw drafts away that nobody needs.`,
    );
  }
  const rows = await db.ownQuestionnaire.createManyAndReturn({
    data: [{ organizationId, ...columns, updatedBy: actor.userId }],
    skipDuplicates: true,
    select: { version: true },
  });
  if (rows.length === 0) {
    throw new Problem(
      "conflict",
      `${questionnaire} ${version} is there already. Give this one another version or another id.`,
    );
  }
  audit({ action: "content.create", object: `questionnaire/${questionnaire}@${version}` });
  return { questionnaire, version };
}
