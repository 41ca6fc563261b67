import { z } from "zod";
import { OWN_PREFIX } from "../../core/content/own/own-id";
import type { Questionnaire } from "../../core/content/types";
import { compileModel, type Model } from "../../core/scoring/compile-model";
import type { ScopedDb } from "../platform/database/client";
import { notFound } from "../platform/problem";

/** A stored version with its model compiled; both never change. */
export type StoredQuestionnaire = Readonly<{ questionnaire: Questionnaire; model: Model; hash: string }>;

/** Of the program: all of them fit into memory. */
const builtIn = new Map<string, StoredQuestionnaire>();
/** Of organizations: the ones that were used last. */
const own = new Map<string, StoredQuestionnaire>();
const MOST_OWN = 40;

/**
 * One published version as it was stored, of the program or of the organization whose transaction this is. Kept in memory, because a version
 * never changes.
 * @throws Problem not-found
 */
export function storedQuestionnaire(db: ScopedDb, id: string, version: string): Promise<StoredQuestionnaire> {
  return id.startsWith(OWN_PREFIX) ? storedOwn(db, id, version) : storedBuiltIn(db, id, version);
}

async function storedBuiltIn(db: ScopedDb, id: string, version: string): Promise<StoredQuestionnaire> {
  const key = `${id}@${version}`;
  const known = builtIn.get(key);
  if (known) return known;
  const row = await db.questionnaireVersion.findUnique({
    where: { questionnaire_version: { questionnaire: id, version } },
  });
  if (!row) throw notFound(`Questionnaire ${id} ${version}`);
  const stored = loaded(row.content, row.hash);
  // The first of two concurrent loads stays, so that identity comparisons hold.
  const first = builtIn.get(key) ?? stored;
  builtIn.set(key, first);
  return first;
}

/** Whose it is, row-level security decides, each time; only what was found is looked up in memory. */
async function storedOwn(db: ScopedDb, id: string, version: string): Promise<StoredQuestionnaire> {
  const where = { questionnaire: id, version, publishedAt: { not: null } };
  const row = await db.ownQuestionnaire.findFirst({ where, select: { organizationId: true, hash: true } });
  if (!row?.hash) throw notFound(`Questionnaire ${id} ${version}`);
  const key = `${row.organizationId} ${row.hash}`;
  const known = own.get(key);
  if (known) {
    own.delete(key);
    own.set(key, known);
    return known;
  }
  const { content } = await db.ownQuestionnaire.findFirstOrThrow({ where, select: { content: true } });
  const stored = loaded(content, row.hash);
  own.set(key, stored);
  for (const oldest of own.keys()) {
    if (own.size <= MOST_OWN) break;
    own.delete(oldest);
  }
  return stored;
}

function loaded(content: unknown, hash: string): StoredQuestionnaire {
  const questionnaire = z.custom<Questionnaire>().parse(content); // written by us from checked content
  return { questionnaire, model: compileModel(questionnaire), hash };
}
