import { z } from "zod";
import { blocks } from "../../../core/content/own/read-own";
import { compileModel } from "../../../core/scoring/compile-model";
import type { AuditNote } from "../../access/audit";
import type { Actor } from "../../access/roles";
import type { ScopedDb } from "../../platform/database/client";
import { notFound, Problem } from "../../platform/problem";
import { contentHash } from "../content-hash";
import { type ContentRef, contentName, isSameContent } from "../content-ref";
import { readSource, sourceSchema, unreadable } from "./own-input";

/** `revision` is the one that the text was made on. */
export const saveOwnSchema = z.strictObject({ source: sourceSchema, revision: z.int().min(1) });

export const publishOwnSchema = saveOwnSchema.pick({ revision: true });

type Saved = ContentRef & Readonly<{ revision: number }>;

/**
 * Saves a draft's text; it may hold problems, as long as it can be read and keeps its name and version.
 * @throws Problem not-found; invalid; conflict where it was published or changed meanwhile
 */
export async function saveOwn(
  db: ScopedDb,
  actor: Actor,
  ref: ContentRef,
  { source, revision }: z.output<typeof saveOwnSchema>,
  audit: (note: AuditNote) => void,
): Promise<Saved> {
  const { columns } = await readSource(db, source);
  requireSameName(ref, columns);
  await lockDraft(db, ref, revision);
  await db.ownQuestionnaire.update({
    where: key(actor, ref),
    data: { ...columns, revision: revision + 1, updatedBy: actor.userId, updatedAt: new Date() },
  });
  audit({ action: "content.save", object: objectOf(ref), facts: { revision: revision + 1 } });
  return { ...ref, revision: revision + 1 };
}

/**
 * Publishes a draft as it was saved: from then on it never changes, and assessments can be made on it.
 * @throws Problem not-found; invalid while anything keeps it from being scored; conflict where it was published or changed meanwhile
 */
export async function publishOwn(
  db: ScopedDb,
  actor: Actor,
  ref: ContentRef,
  { revision }: z.output<typeof publishOwnSchema>,
  audit: (note: AuditNote) => void,
): Promise<ContentRef & { hash: string }> {
  const { source } = await lockDraft(db, ref, revision);
  const { read, columns } = await readSource(db, source);
  requireSameName(ref, columns);
  const blocking = read.problems.filter(blocks);
  if (!read.questionnaire || blocking.length > 0) throw unreadable(blocking, "This can't be published yet.");
  const content = read.questionnaire;
  compileModel(content); // what can't be scored would be a bug of the checks, and is never kept
  const hash = contentHash(content);
  const { organizationId } = actor;
  await db.ownCriterion.createMany({
    data: content.pillars.flatMap((pillar) =>
      pillar.topics.flatMap(({ criteria }) =>
        criteria.map(({ id }) => ({ organizationId, ...ref, criterion: id, pillar: pillar.id })),
      ),
    ),
  });
  const moment = new Date();
  await db.ownQuestionnaire.update({
    where: key(actor, ref),
    // As JSON has it: what is undefined isn't there.
    data: { hash, content: JSON.parse(JSON.stringify(content)), publishedAt: moment, publishedBy: actor.userId },
  });
  audit({ action: "content.publish", object: objectOf(ref), facts: { hash } });
  return { ...ref, hash };
}

/** Throws a draft away. @throws Problem not-found; conflict where it is published */
export async function discardOwn(
  db: ScopedDb,
  actor: Actor,
  ref: ContentRef,
  audit: (note: AuditNote) => void,
): Promise<ContentRef> {
  await lockDraft(db, ref);
  await db.ownQuestionnaire.delete({ where: key(actor, ref) });
  audit({ action: "content.discard", object: objectOf(ref) });
  return ref;
}

async function lockDraft(db: ScopedDb, ref: ContentRef, revision?: number): Promise<{ source: string }> {
  const { questionnaire, version } = ref;
  const [row] = await db.$queryRaw<{ source: string; revision: number; published: boolean }[]>`
    SELECT source, revision, published_at IS NOT NULL AS published FROM own_questionnaires
     WHERE questionnaire = ${questionnaire} AND version = ${version} FOR UPDATE`;
  if (!row) throw notFound(contentName(ref));
  if (row.published) {
    throw new Problem("conflict", `${contentName(ref)} is published and never changes. Begin a new version of it.`);
  }
  if (revision !== undefined && row.revision !== revision) {
    const message = `${contentName(ref)} was changed by somebody else meanwhile. Copy what you wrote, load the page again, and put it in.`;
    throw new Problem("conflict", message, [], { revision: row.revision });
  }
  return row;
}

function requireSameName(ref: ContentRef, named: ContentRef): void {
  if (isSameContent(ref, named)) return;
  throw new Problem(
    "invalid",
    `The text says ${contentName(named)}; this draft is ${contentName(ref)}. For another name or version begin a new one.`,
  );
}

function key({ organizationId }: Actor, ref: ContentRef) {
  return { organizationId_questionnaire_version: { organizationId, ...ref } };
}

function objectOf({ questionnaire, version }: ContentRef): string {
  return `questionnaire/${questionnaire}@${version}`;
}
