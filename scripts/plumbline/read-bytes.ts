import { createReadStream, existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { MAX_FILE_BYTES, tooLarge } from "../../lib/core/portable/parse-assessment-file";
import type { CommandContext } from "./command-context";
import { BadInput } from "./errors";

/** Where a file is that the caller named, from where the caller stands. */
export function callerPath(name: string, { callerFolder }: CommandContext): string {
  return resolve(callerFolder, name);
}

/** Bytes of a file that the caller named; "-" is standard input. @throws BadInput */
export async function readBytes(name: string, context: CommandContext): Promise<Uint8Array> {
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
