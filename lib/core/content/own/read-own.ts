import { checkQuestionnaire, type Framework, fileOf } from "../check";
import { parseYaml } from "../parse-yaml";
import { resolveTopic } from "../read";
import { type Locate, readYaml } from "../read-yaml";
import type { Problem, Questionnaire } from "../types";
import { type BaseRef, type Overlay, type OwnQuestionnaire, overlaySchema, ownQuestionnaireSchema } from "./own-schema";
import { resolveOverlay } from "./resolve-overlay";

/** What own content is held against. */
export type Surroundings = Readonly<{
  frameworks: readonly Framework[];
  /** A version of the program that an overlay may stand on. */
  base: (ref: BaseRef) => Questionnaire | undefined;
}>;

/**
 * An organization's own questionnaire as its text says: whole, or laid over a base. Problems without `style` keep it from being published.
 * `questionnaire` is there as soon as the text can be resolved, with problems or without.
 */
export type OwnRead = Readonly<{
  kind: "questionnaire" | "overlay";
  questionnaire: Questionnaire | undefined;
  /** Of an overlay alone. */
  overlay: Overlay | undefined;
  problems: readonly Problem[];
}>;

const FILE = "questionnaire.yaml";

/** Reads, resolves and checks own content with the same checks as content that comes with the program. Never throws on a text. */
export function readOwn(text: string, surroundings: Surroundings): OwnRead {
  const read = readYaml(text);
  const isOverlay = read.ok && typeof read.data === "object" && read.data !== null && "base" in read.data;
  return isOverlay ? readOverlay(text, surroundings) : readWhole(text, surroundings);
}

/** Whether anything keeps it from being published. */
export function blocks(problem: Problem): boolean {
  return problem.style !== true;
}

function readWhole(text: string, { frameworks }: Surroundings): OwnRead {
  const { value, problems, place } = parseYaml(FILE, text, ownQuestionnaireSchema);
  if (!value) return { kind: "questionnaire", questionnaire: undefined, overlay: undefined, problems };
  const questionnaire = {
    ...value,
    pillars: value.pillars.map((pillar) => ({ ...pillar, topics: pillar.topics.map(resolveTopic) })),
  };
  const checked = checkQuestionnaire(questionnaire, frameworks, (file, path) =>
    placed(place, placeInWhole(value, file, path)),
  );
  return { kind: "questionnaire", questionnaire, overlay: undefined, problems: oneFile(checked.problems) };
}

function readOverlay(text: string, { frameworks, base }: Surroundings): OwnRead {
  const { value: overlay, problems, place } = parseYaml(FILE, text, overlaySchema);
  const nothing = { kind: "overlay", questionnaire: undefined, overlay } as const;
  if (!overlay) return { ...nothing, problems };
  const below = base(overlay.base);
  if (!below) {
    const { questionnaire, version } = overlay.base;
    const message = `there is no ${questionnaire} ${version} to stand on`;
    return { ...nothing, problems: [{ file: FILE, ...placed(place, ["base"]), message }] };
  }
  const { questionnaire, misfits } = resolveOverlay(below, overlay);
  const checked = checkQuestionnaire(questionnaire, frameworks, (file, path) =>
    placed(place, placeInOverlay(overlay, questionnaire, file, path)),
  );
  return {
    kind: "overlay",
    questionnaire,
    overlay,
    problems: oneFile([
      ...misfits.map(({ path, message }) => ({ file: FILE, ...placed(place, path), message })),
      ...checked.problems,
    ]),
  };
}

function placed(place: Locate, path: readonly PropertyKey[]) {
  return { ...place(path), path: path.join(".") };
}

function oneFile(problems: readonly Problem[]): readonly Problem[] {
  return problems
    .map((problem) => ({ ...problem, file: FILE }))
    .sort((a, b) => Number(a.style ?? 0) - Number(b.style ?? 0) || a.line - b.line || a.column - b.column);
}

/** Where a path of a version's files stands in one text with everything. */
function placeInWhole(
  { pillars, initiatives }: OwnQuestionnaire,
  file: string,
  path: readonly PropertyKey[],
): readonly PropertyKey[] {
  if (file.startsWith("initiatives")) return placeOfInitiative(initiatives, file, path);
  for (const [p, pillar] of pillars.entries()) {
    const t = pillar.topics.findIndex((topic) => fileOf(topic) === file);
    if (t >= 0) return ["pillars", p, "topics", t, ...path];
  }
  return path;
}

/** The same for an overlay: what isn't its own was brought about by what it hides or weighs. */
function placeInOverlay(
  overlay: Overlay,
  questionnaire: Questionnaire,
  file: string,
  path: readonly PropertyKey[],
): readonly PropertyKey[] {
  if (file.startsWith("initiatives")) {
    const [index, ...rest] = path;
    const before = questionnaire.initiatives.length - overlay.initiatives.length; // the base's come first
    const below = questionnaire.initiatives
      .slice(0, before)
      .filter(({ id }) => file === `initiatives/${id.split(".")[0]}.yaml`);
    return placeOfInitiative(
      overlay.initiatives,
      file,
      typeof index === "number" ? [index - below.length, ...rest] : path,
    );
  }
  const own = overlay.topics.findIndex((topic) => fileOf(topic) === file);
  const [part, index, ...rest] = path;
  const topic = questionnaire.pillars.flatMap(({ topics }) => topics).find((candidate) => fileOf(candidate) === file);
  const criterion = part === "criteria" && typeof index === "number" ? topic?.criteria[index]?.id : undefined;
  const added = overlay.criteria.findIndex(({ id }) => id === criterion);
  if (added >= 0) return ["criteria", added, ...rest];
  if (own >= 0) return ["topics", own, ...path];
  if (criterion && criterion in overlay.weights) return ["weights", criterion];
  if (topic && overlay.criteria.some(({ id }) => id.startsWith(`${topic.id}.`))) return ["criteria"];
  return file === FILE ? ["hide"] : ["weights"];
}

/** Files number initiatives by pillar, one text numbers them all. */
function placeOfInitiative(
  initiatives: readonly Readonly<{ id: string }>[],
  file: string,
  [index, ...rest]: readonly PropertyKey[],
): readonly PropertyKey[] {
  const pillar = /^initiatives\/(.*)\.yaml$/.exec(file)?.[1];
  const ofPillar = initiatives.flatMap(({ id }, position) => (id.startsWith(`${pillar}.`) ? [position] : []));
  const position = typeof index === "number" ? ofPillar[index] : undefined;
  return position === undefined ? ["initiatives"] : ["initiatives", position, ...rest];
}
