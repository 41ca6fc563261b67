import { writeFile } from "node:fs/promises";
import type { Questionnaire } from "../../lib/core/content/types";
import type { AssessmentFile } from "../../lib/core/portable/schema";
import type { CommandContext } from "./command-context";
import { BadInput } from "./errors";
import { callerPath } from "./read-bytes";
import { readFile } from "./read-file";

type Renderer = Readonly<{
  renderAssessmentFile: (
    file: AssessmentFile,
    questionnaire: Questionnaire,
    options: { asOf: string },
  ) => Promise<Uint8Array>;
}>;

// Loaded by its address, as the compiler of documents is heavy and only this command needs it.
const RENDERER = new URL("../../lib/server/render/render-assessment-file.ts", import.meta.url).href;

/** Writes the report of an assessment file as a PDF. @throws BadInput */
export async function reportFile(
  name: string,
  { out, asOf, own }: Readonly<{ out: string; asOf: string; own: string | undefined }>,
  context: CommandContext,
): Promise<number> {
  const { file, questionnaire } = await readFile(name, own, context);
  const { renderAssessmentFile }: Renderer = await import(RENDERER);
  const pdf = await renderAssessmentFile(file, questionnaire, { asOf });
  const path = callerPath(out, context);
  try {
    await writeFile(path, pdf);
  } catch (error) {
    if (error instanceof Error && "code" in error) throw new BadInput([`${path} can't be written: ${error.message}`]);
    throw error;
  }
  return 0;
}
