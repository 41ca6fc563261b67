import { z } from "zod";
import { type OwnRead, readOwn } from "../../../core/content/own/read-own";
import { MAX_YAML_BYTES } from "../../../core/content/read-yaml";
import type { Problem as ContentProblem } from "../../../core/content/types";
import type { ScopedDb } from "../../platform/database/client";
import { Problem } from "../../platform/problem";
import { surroundingsOf } from "./surroundings";

/** A body with such a text in it: JSON writes a line end as two characters, and a quote too. */
export const MAX_OWN_BODY = 2 * MAX_YAML_BYTES + 100_000;

export const sourceSchema = z.string().min(1, "There is no text.").max(MAX_YAML_BYTES, "At most 2 MB are read.");

/** The columns that follow from a text. */
export type OwnColumns = Readonly<{
  questionnaire: string;
  version: string;
  title: string;
  kind: OwnRead["kind"];
  baseQuestionnaire: string | null;
  baseVersion: string | null;
  source: string;
}>;

/**
 * What a text says, and the columns that follow from it.
 * @throws Problem invalid, with each problem's line, column and path, where not even name, version and form can be read
 */
export async function readSource(db: ScopedDb, source: string): Promise<{ read: OwnRead; columns: OwnColumns }> {
  const read = readOwn(source, await surroundingsOf(db));
  const head = read.overlay ?? read.questionnaire;
  if (!head) throw unreadable(read.problems);
  const base = read.overlay?.base;
  const { id: questionnaire, version, title } = head;
  return {
    read,
    columns: {
      ...{ questionnaire, version, title, kind: read.kind, source },
      baseQuestionnaire: base?.questionnaire ?? null,
      baseVersion: base?.version ?? null,
    },
  };
}

/** Said of a text that can't be used: the places are the fields. */
export function unreadable(
  problems: readonly ContentProblem[],
  what = "This text can't be read as a questionnaire.",
): Problem {
  const fields = problems.map(({ line, column, path, message }) => ({
    path: `line ${line}, column ${column}`,
    message: path ? `${path}: ${message}` : message,
  }));
  return new Problem("invalid", `${what} Nothing was changed.`, fields, { problems });
}
