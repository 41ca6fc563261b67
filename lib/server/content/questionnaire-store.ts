import { z } from "zod";
import type { Questionnaire } from "../../core/content/types";
import { compileModel, type Model } from "../../core/scoring/compile-model";
import type { ScopedDb } from "../platform/database/client";
import { notFound } from "../platform/problem";

/** A stored version with its model compiled; both never change. */
export type StoredQuestionnaire = Readonly<{ questionnaire: Questionnaire; model: Model; hash: string }>;

const loaded = new Map<string, StoredQuestionnaire>();

/**
 * One published version as it was stored. Kept in memory, because a version never changes.
 * @throws Problem not-found
 */
export async function storedQuestionnaire(db: ScopedDb, id: string, version: string): Promise<StoredQuestionnaire> {
  const key = `${id}@${version}`;
  const known = loaded.get(key);
  if (known) return known;
  const row = await db.questionnaireVersion.findUnique({
    where: { questionnaire_version: { questionnaire: id, version } },
  });
  if (!row) throw notFound(`Questionnaire ${id} ${version}`);
  const questionnaire = z.custom<Questionnaire>().parse(row.content); // written by us from checked content
  const stored = { questionnaire, model: compileModel(questionnaire), hash: row.hash };
  // The first of two concurrent loads stays, so that identity comparisons hold.
  const first = loaded.get(key) ?? stored;
  loaded.set(key, first);
  return first;
}
