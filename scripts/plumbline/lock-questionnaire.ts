import { judgeLock, writeLock } from "../../lib/core/content/lock";
import { contentHash } from "../../lib/server/content/content-hash";
import { readLockText, writeLockText } from "../../lib/server/content/lock-file";
import { readContent } from "../../lib/server/content/read-content";
import { BadInput } from "./errors";
import { findVersion } from "./load-content";

/**
 * Locks a version by its content hash. A draft's lock may be written again, or made final; a final one never changes.
 *
 * @throws BadInput when the version is locked and its content has changed, or a published version should become a draft
 */
export async function lockQuestionnaire(
  id: string,
  wanted: string | undefined,
  { draft }: { draft: boolean },
): Promise<number> {
  const version = findVersion(id, wanted);
  const sha256 = contentHash(await readContent(id, version));
  const state = judgeLock(readLockText(id, version), { id, version, sha256 });
  if (state === "changed")
    throw new BadInput([`${id} ${version} is published and its content has changed: give it a new version`]);
  if (state === "unreadable")
    throw new BadInput([`questionnaires/${id}/${version}/lock.json is not a lock of ${id} ${version}`]);
  if (state === "locked") {
    if (draft) throw new BadInput([`${id} ${version} is published and can't become a draft again`]);
    process.stdout.write(`${id} ${version} is locked already: ${sha256}\n`);
    return 0;
  }
  writeLockText(id, version, writeLock({ id, version, sha256, draft }));
  process.stdout.write(`${id} ${version} ${draft ? "locked as a draft" : "locked"}: ${sha256}\n`);
  return 0;
}
