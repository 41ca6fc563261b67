import type { AnswersRead } from "../walk/entry";

/** What changed, as ids and versions only: never an answer or a word of it. */
export type LiveNotice = Readonly<{ topic: string; [id: string]: unknown }>;

/** Who is where: person and topic (null: in the assessment, on no topic). One row for each pair. */
export type LivePresence = readonly Readonly<{ person: string; place: string | null }>[];

/** What the stream of an assessment says. */
export type LiveEvent =
  /** It begins. `state` names what stands, as the walk's data does; with `replayed` everything missed follows. */
  | Readonly<{ kind: "hello"; state: string; replayed: boolean }>
  /** `told`: the answers that the notices speak of, as they stand, where they are few. Else they are to be read. */
  | Readonly<{ kind: "notices"; notices: readonly LiveNotice[]; told?: AnswersRead }>
  | Readonly<{ kind: "presence"; people: LivePresence }>
  /** Something may have been missed: read everything again. */
  | Readonly<{ kind: "reread" }>
  /** Session or membership ended; the stream does too. */
  | Readonly<{ kind: "end" }>;

/** One event as server-sent text. */
export function writeLiveEvent(event: LiveEvent, id?: string): string {
  return `${id === undefined ? "" : `id: ${id}\n`}data: ${JSON.stringify(event)}\n\n`;
}

/** An event with the id to resume from, where it has one. */
export type ReadLiveEvent = Readonly<{ event: LiveEvent; id: string | null }>;

/** Reads what `writeLiveEvent` wrote from pieces of text that may break anywhere. */
export function liveEventReader(): (piece: string) => readonly ReadLiveEvent[] {
  let rest = "";
  return (piece) => {
    const blocks = (rest + piece).split("\n\n");
    rest = blocks.pop() ?? "";
    return blocks.flatMap((block) => readBlock(block) ?? []);
  };
}

function readBlock(block: string): ReadLiveEvent | null {
  let id: string | null = null;
  let event: LiveEvent | null = null;
  for (const line of block.split("\n")) {
    if (line.startsWith("id: ")) id = line.slice(4);
    if (line.startsWith("data: ")) event = JSON.parse(line.slice(6)) as LiveEvent; // written by our own server
  }
  return event && { event, id };
}
