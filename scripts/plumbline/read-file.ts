import { createReadStream, existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { Questionnaire } from "../../lib/core/content/types";
import {
  MAX_FILE_BYTES,
  parseJson,
  questionnaireNamedIn,
  readAssessmentFile,
  tooLarge,
} from "../../lib/core/portable/parse-assessment-file";
import type { AssessmentFile } from "../../lib/core/portable/schema";
import type { CommandContext } from "./command-context";
import { BadInput } from "./errors";
import { catalogueFor } from "./load-content";

/**
 * Reads the assessment file that a command names; "-" is standard input.
 * @throws BadInput with one line per problem, each with its JSON path
 */
export async function readFile(
  name: string,
  context: CommandContext,
): Promise<Readonly<{ file: AssessmentFile; questionnaire: Questionnaire }>> {
  const json = parseJson(await readBytes(name, context));
  if (!json.ok) throw new BadInput([`$: ${json.message}`]);
  const result = readAssessmentFile(json.value, await catalogueFor(questionnaireNamedIn(json.value)));
  if (!result.ok) throw new BadInput(result.problems.map(({ path, message }) => `${path}: ${message}`));
  return result;
}

/** Where a file is that the caller named, from where the caller stands. */
export function callerPath(name: string, { callerFolder }: CommandContext): string {
  return resolve(callerFolder, name);
}

async function readBytes(name: string, context: CommandContext): Promise<Uint8Array> {
  if (name === "-") return collect(process.stdin);
  const path = callerPath(name, context);
  if (!existsSync(path)) throw new BadInput([`there is no file ${path}`]);
  const status = await stat(path);
  if (status.isDirectory()) throw new BadInput([`${path} is a folder, not a file`]);
  if (status.size > MAX_FILE_BYTES) throw new BadInput([`$: ${tooLarge(status.size)}`]);
  try {
    return await collect(createReadStream(path));
  } catch (error) {
    if (error instanceof Error && "code" in error) throw new BadInput([`${path} can't be read: ${error.message}`]);
    throw error;
  }
}

/** Stops one chunk after the limit, so that an endless stream ends too. */
async function collect(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size > MAX_FILE_BYTES) throw new BadInput([`$: ${tooLarge(size)}`]);
  }
  return Buffer.concat(chunks);
}
