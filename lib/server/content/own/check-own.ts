import { z } from "zod";
import { editOverlay } from "../../../core/content/own/edit-overlay";
import { type OwnOutline, outlineOwn } from "../../../core/content/own/outline-own";
import { readOwn } from "../../../core/content/own/read-own";
import { readYaml } from "../../../core/content/read-yaml";
import type { Problem, Topic } from "../../../core/content/types";
import type { ScopedDb } from "../../platform/database/client";
import { sourceSchema } from "./own-input";
import { surroundingsOf } from "./surroundings";

const id = z.string().max(200);
const editSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.enum(["hide", "show"]), topic: id }),
  z.strictObject({ kind: z.literal("weigh"), id, weight: z.number().positive().max(10).nullable() }),
  z.strictObject({ kind: z.literal("threshold"), threshold: z.number().min(0.5).max(1).nullable() }),
  z.strictObject({ kind: z.literal("rebase"), base: id, version: id }),
  z.strictObject({ kind: z.literal("version"), version: id }),
]);

export const checkOwnSchema = z.strictObject({
  source: sourceSchema,
  /** The topic to show. */
  topic: id.optional(),
  /** A change to make in the text first, as a form control asks for it. */
  edit: editSchema.optional(),
});

/** What the editor shows beside a text. */
export type OwnCheck = Readonly<{
  /** The text, where an edit changed it. */
  source: string | null;
  kind: "questionnaire" | "overlay";
  problems: readonly Problem[];
  outline: OwnOutline | null;
  topic: Topic | null;
}>;

/** Reads and checks a text and says what it comes to; keeps nothing. */
export async function checkOwn(
  db: ScopedDb,
  { source, topic, edit }: z.output<typeof checkOwnSchema>,
): Promise<OwnCheck> {
  const text = edit && readYaml(source).ok ? editOverlay(source, edit) : source;
  const surroundings = await surroundingsOf(db);
  const { kind, questionnaire, overlay, problems } = readOwn(text, surroundings);
  const base = overlay && surroundings.base(overlay.base);
  const topics = [...(questionnaire?.pillars ?? []), ...(base?.pillars ?? [])].flatMap((pillar) => pillar.topics);
  return {
    source: text === source ? null : text,
    kind,
    problems,
    outline: questionnaire ? outlineOwn(questionnaire, overlay && base ? { overlay, base } : undefined) : null,
    topic: topics.find((candidate) => candidate.id === topic) ?? topics[0] ?? null,
  };
}
