import { z } from "zod";
import type { Questionnaire } from "../../core/content/types";
import type { AssessmentFile } from "../../core/portable/schema";
import { toClaims } from "../../core/portable/to-claims";
import type { State } from "../../core/scoring/change";
import { storedQuestionnaire } from "../content/questionnaire-store";
import type { ScopedDb } from "../platform/database/client";

/**
 * What was answered when a snapshot was taken, with the content that held then.
 * @param day whose evidence was judged, YYYY-MM-DD
 */
export async function readSnapshotState(
  db: ScopedDb,
  organizationId: string,
  { id, day }: Readonly<{ id: string; day: string }>,
): Promise<State & Readonly<{ questionnaire: Questionnaire }>> {
  const row = await db.snapshot.findUniqueOrThrow({
    where: { organizationId_id: { organizationId, id } },
    select: { file: true },
  });
  const file = z.custom<AssessmentFile>().parse(row.file); // written by us from a checked assessment
  const content = typeof file.questionnaire === "string" ? splitReference(file) : file.questionnaire;
  const { model, questionnaire } = await storedQuestionnaire(db, content.id, content.version);
  return { model, questionnaire, claims: toClaims(file, day) };
}

function splitReference({ questionnaire, version }: AssessmentFile): { id: string; version: string } {
  const [id = "", own = ""] = String(questionnaire).split("@");
  return { id, version: own || (version ?? "") };
}
