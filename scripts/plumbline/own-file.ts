import { z } from "zod";
import { overlaySchema } from "../../lib/core/content/own/own-schema";
import { blocks, type OwnRead, readOwn } from "../../lib/core/content/own/read-own";
import { MAX_YAML_BYTES, readYaml } from "../../lib/core/content/read-yaml";
import type { Problem, Questionnaire } from "../../lib/core/content/types";
import { listQuestionnaires, listVersions, loadFrameworks } from "../../lib/server/content/load-questionnaires";
import { readContent } from "../../lib/server/content/read-content";
import type { CommandContext } from "./command-context";
import { BadInput } from "./errors";
import { readBytes } from "./read-bytes";

const based = z.looseObject({ base: overlaySchema.shape.base });

/**
 * Reads an organization's own questionnaire or overlay from a file, "-" from standard input, and checks it as the editor does.
 * @throws BadInput when there is no such file, or it is no text
 */
export async function readOwnFile(name: string, context: CommandContext): Promise<OwnRead> {
  const bytes = await readBytes(name, context);
  if (bytes.byteLength > MAX_YAML_BYTES) throw new BadInput([`${name}: at most 2 MB are read`]);
  const text = textOf(name, bytes);
  const base = await baseOf(text);
  return readOwn(text, {
    frameworks: loadFrameworks(),
    base: ({ questionnaire, version }) => (base?.id === questionnaire && base.version === version ? base : undefined),
  });
}

/**
 * The questionnaire that a file resolves to.
 * @throws BadInput with everything that would keep it from being published
 */
export async function ownQuestionnaire(name: string, context: CommandContext): Promise<Questionnaire> {
  const { questionnaire, problems } = await readOwnFile(name, context);
  const wrong = problems.filter(blocks);
  if (!questionnaire || wrong.length > 0) throw new BadInput(wrong.map((problem) => problemLine(name, problem)));
  return questionnaire;
}

/**
 * Prints every problem of an own questionnaire's file with line and column, advice after them, and what the file comes to.
 * @returns 1 when something would keep it from being published, else 0
 */
export async function checkOwnFile(name: string, context: CommandContext): Promise<number> {
  const { kind, questionnaire, overlay, problems } = await readOwnFile(name, context);
  for (const problem of problems) {
    const line = problemLine(name, problem);
    process.stdout.write(blocks(problem) ? `${line}\n` : `${line} (advice)\n`);
  }
  const wrong = problems.filter(blocks).length;
  const advice = problems.length - wrong;
  if (questionnaire) {
    const topics = questionnaire.pillars.flatMap((pillar) => pillar.topics);
    const criteria = topics.reduce((sum, topic) => sum + topic.criteria.length, 0);
    const over = overlay ? ` over ${overlay.base.questionnaire} ${overlay.base.version}` : "";
    const what = `${questionnaire.id} ${questionnaire.version}, ${kind === "overlay" ? "an overlay" : "a questionnaire"}${over}`;
    process.stdout.write(
      `${what}: ${questionnaire.pillars.length} pillars, ${topics.length} topics, ${criteria} criteria\n`,
    );
  }
  const counted = wrong === 1 ? "1 problem" : `${wrong} problems`;
  process.stdout.write(wrong === 0 ? "can be published" : `${counted}: can't be published yet`);
  process.stdout.write(advice > 0 ? `; ${advice} ${advice === 1 ? "piece" : "pieces"} of advice\n` : "\n");
  return wrong === 0 ? 0 : 1;
}

function problemLine(name: string, { line, column, path, message }: Problem): string {
  return `${name}:${line}:${column}${path === "" ? "" : ` ${path}`}: ${message}`;
}

function textOf(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new BadInput([`${name}: the file is not UTF-8 text but binary; a questionnaire is YAML`]);
  }
}

/** The version that an overlay's text names, where there is one. */
async function baseOf(text: string): Promise<Questionnaire | undefined> {
  const read = readYaml(text);
  const named = read.ok ? based.safeParse(read.data) : undefined;
  if (!named?.success) return undefined;
  const { questionnaire, version } = named.data.base;
  const exists = listQuestionnaires().includes(questionnaire) && listVersions(questionnaire).includes(version);
  return exists ? readContent(questionnaire, version) : undefined;
}
