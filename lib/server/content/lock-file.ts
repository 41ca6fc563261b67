import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CONTENT_ROOT } from "./load-questionnaires";

const pathOf = (id: string, version: string) => join(CONTENT_ROOT, id, version, "lock.json");

/** Text of a version's lock.json; undefined where there is none. */
export function readLockText(id: string, version: string): string | undefined {
  try {
    return readFileSync(pathOf(id, version), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

export function writeLockText(id: string, version: string, text: string): void {
  writeFileSync(pathOf(id, version), text);
}
