import type { Questionnaire } from "../../lib/core/content/types";
import type { Catalogue } from "../../lib/core/portable/parse-assessment-file";
import { listQuestionnaires, listVersions } from "../../lib/server/content/load-questionnaires";
import { readContent } from "../../lib/server/content/read-content";
import { BadInput } from "./errors";

/**
 * The version to use of a questionnaire: the one asked for, or the newest.
 * @throws BadInput when there is no such questionnaire or version
 */
export function findVersion(id: string, version: string | undefined): string {
  const ids = listQuestionnaires();
  if (!ids.includes(id)) throw new BadInput([`no questionnaire is called "${id}"; known: ${ids.join(", ")}`]);
  const versions = listVersions(id);
  const wanted = version ?? versions.at(-1);
  if (wanted === undefined || !versions.includes(wanted)) {
    throw new BadInput([`${id} has no version "${version}"; known: ${versions.join(", ")}`]);
  }
  return wanted;
}

/**
 * The questionnaires that an assessment file may name; `load` gives only what was loaded for it before.
 * @param own an own questionnaire that is known beside them
 */
export async function catalogueFor(
  named: Readonly<{ id: string; version: string | undefined }>,
  own?: Questionnaire,
): Promise<Catalogue> {
  if (own) return { known: [{ id: own.id, versions: [own.version] }], load: () => own };
  const known = listQuestionnaires().map((id) => ({ id, versions: listVersions(id) }));
  const exists = known.some(({ id, versions }) => id === named.id && versions.includes(named.version ?? ""));
  const loaded = exists && named.version !== undefined ? await readContent(named.id, named.version) : undefined;
  return {
    known,
    load: (id, version) => {
      if (loaded?.id !== id || loaded.version !== version) throw new Error(`${id} ${version} wasn't loaded`);
      return loaded;
    },
  };
}
