import { judgeLock, writeLock } from "../../lib/core/content/lock";
import { contentHash } from "../../lib/server/content/content-hash";
import { listModels, listModelVersions, modelFolder, parseModel } from "../../lib/server/content/load-models";
import { readLockText, writeLockText } from "../../lib/server/content/lock-file";
import { readContent } from "../../lib/server/content/read-content";
import { BadInput } from "./errors";
import { findVersion } from "./load-content";

type Options = Readonly<{ draft: boolean }>;

/**
 * Locks a questionnaire version by its content hash. A draft's lock may be written again, or made final; a final one never changes.
 *
 * @param wanted the newest version without one
 * @throws BadInput when the version is locked and its content has changed, or a published version should become a draft
 */
export async function lockQuestionnaire(id: string, wanted: string | undefined, options: Options): Promise<number> {
  const version = findVersion(id, wanted);
  return lock({ id, version, folder: id, sha256: contentHash(await readContent(id, version)) }, options);
}

/**
 * The same for a model.
 * @throws BadInput as above, and when there is no such model or its file is broken
 */
export function lockModel(id: string, wanted: string | undefined, options: Options): number {
  const known = listModels();
  if (!known.includes(id)) throw new BadInput([`no model is called "${id}"; known: ${known.join(", ")}`]);
  const versions = listModelVersions(id);
  const version = wanted ?? versions.at(-1) ?? "";
  if (!versions.includes(version)) {
    throw new BadInput([`${id} has no version "${version}"; known: ${versions.join(", ")}`]);
  }
  const { value, problems } = parseModel(id, version);
  if (!value) {
    throw new BadInput(
      problems.map(({ file, line, column, path, message }) => `${file}:${line}:${column} ${path}: ${message}`),
    );
  }
  return lock({ id, version, folder: modelFolder(id), sha256: contentHash(value) }, options);
}

type Content = Readonly<{ id: string; version: string; folder: string; sha256: string }>;

function lock({ id, version, folder, sha256 }: Content, { draft }: Options): number {
  const state = judgeLock(readLockText(folder, version), { id, version, sha256 });
  if (state === "changed")
    throw new BadInput([`${id} ${version} is published and its content has changed: give it a new version`]);
  if (state === "unreadable")
    throw new BadInput([`questionnaires/${folder}/${version}/lock.json is not a lock of ${id} ${version}`]);
  if (state === "locked") {
    if (draft) throw new BadInput([`${id} ${version} is published and can't become a draft again`]);
    process.stdout.write(`${id} ${version} is locked already: ${sha256}\n`);
    return 0;
  }
  writeLockText(folder, version, writeLock({ id, version, sha256, draft }));
  process.stdout.write(`${id} ${version} ${draft ? "locked as a draft" : "locked"}: ${sha256}\n`);
  return 0;
}
