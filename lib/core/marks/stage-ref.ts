/** The colour of a stage: a name of the tokens in globals.css. */
export type StageTone = "traditional" | "initial" | "advanced" | "optimal";

/** All that a mark needs to know of a stage: its number k of n, its name and its colour. */
export type StageRef = Readonly<{ number: number; of: number; name: string; tone: StageTone }>;

/** The stages of a model as a mark sees them; `title` as in the content ("Advanced"). */
export type NamedStage = Readonly<{ id: string; title: string }>;

/** The stage `id` among a model's stages, from the lowest up. Throws a RangeError when it isn't one of them. */
export function stageRef(stages: readonly NamedStage[], id: string): StageRef {
  const index = stages.findIndex((stage) => stage.id === id);
  const stage = stages[index];
  if (!stage) throw new RangeError(`Not a stage of this model: ${id}`);
  return {
    number: index + 1,
    of: stages.length,
    name: stage.title,
    tone: toneOf(stages, index),
  };
}

/** Every stage of a model, from the lowest up. */
export function stageRefs(stages: readonly NamedStage[]): readonly StageRef[] {
  return stages.map((stage) => stageRef(stages, stage.id));
}

/** Share of a stage's mark that is filled, 0 to 1: (k − 1) ÷ (n − 1). */
export function filledShare({ number, of }: Pick<StageRef, "number" | "of">): number {
  return of < 2 ? 1 : (number - 1) / (of - 1);
}

/** "Advanced, stage 2 of 3": what a mark is called. */
export function stageWords({ number, of, name }: StageRef): string {
  return `${name}, stage ${number} of ${of}`;
}

const TONES: readonly StageTone[] = ["traditional", "initial", "advanced", "optimal"];

/** A known stage has its own colour in every model; a custom one takes that of its place, or the nearest that no known one has. */
function toneOf(stages: readonly NamedStage[], index: number): StageTone {
  const id = stages[index]?.id;
  const own = TONES.find((tone) => tone === id);
  if (own) return own;
  if (index === 0) return "traditional";
  if (index === stages.length - 1) return "optimal";
  const place = index / (stages.length - 1) < 0.5 ? "initial" : "advanced";
  const other = place === "initial" ? "advanced" : "initial";
  return stages.some((stage) => stage.id === place) ? other : place;
}
