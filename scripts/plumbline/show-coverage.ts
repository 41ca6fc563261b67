import { attackMatrix } from "../../lib/core/frameworks/attack-matrix";
import { dodCapabilities } from "../../lib/core/frameworks/dod-capabilities";
import { frameworkCoverage } from "../../lib/core/frameworks/framework-coverage";
import { FRAMEWORK_VIEWS } from "../../lib/core/frameworks/framework-views";
import { toClaims } from "../../lib/core/portable/to-claims";
import { loadFramework } from "../../lib/server/content/load-questionnaires";
import type { CommandContext } from "./command-context";
import { BadInput } from "./errors";
import { printJson } from "./print-json";
import { readFile } from "./read-file";

// What is claimed doesn't depend on a day; only verified scores do, and coverage has none.
const ANY_DAY = "1970-01-01";

/** Prints how an assessment file's answers stand to a framework's controls. @throws BadInput */
export async function showCoverage(
  name: string,
  { framework: id, own }: Readonly<{ framework: string; own: string | undefined }>,
  context: CommandContext,
): Promise<number> {
  const view = FRAMEWORK_VIEWS.find((each) => each.id === id);
  const known = FRAMEWORK_VIEWS.map((each) => each.id).join(", ");
  if (!view) throw new BadInput([`no framework is called "${id}"; known: ${known}`]);
  const { file, questionnaire } = await readFile(name, own, context);
  const coverage = frameworkCoverage(view, loadFramework(view.crosswalk), questionnaire, toClaims(file, ANY_DAY));
  const { groups, id: framework, title, source, ...figures } = coverage;
  printJson({
    framework: { id: framework, title, source },
    ...figures,
    groups: groups.map(({ controls, ...group }) => group),
    controls: groups.flatMap(({ controls }) => controls),
    ...(view.crosswalk === "dod" ? { capabilities: dodCapabilities(coverage) } : {}),
  });
  return 0;
}

/** Prints how an assessment file's answers stand to the techniques of ATT&CK, by tactic. @throws BadInput */
export async function showAttack(name: string, own: string | undefined, context: CommandContext): Promise<number> {
  const { file, questionnaire } = await readFile(name, own, context);
  const framework = loadFramework("attack");
  const matrix = attackMatrix(framework, questionnaire, toClaims(file, ANY_DAY));
  printJson({ framework: { id: framework.id, title: framework.title, source: framework.source }, ...matrix });
  return 0;
}
