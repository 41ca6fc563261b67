import type { TopicText, WalkOutline } from "./outline";
import { placesOf } from "./outline";

/** A topic or a criterion that was found; `marks` are the places in `text` that fit, from and up to. */
export type Hit = Readonly<{
  topic: string;
  /** null: the topic itself. */
  criterion: string | null;
  /** Pillar and topic, for orientation. */
  where: string;
  text: string;
  marks: readonly (readonly [number, number])[];
}>;

/**
 * Finds topics by title and prompt, then criteria by statement. Every word must be found, anywhere in it; case and
 * accents don't matter. Hits that begin a word come before those inside one, topics before criteria.
 *
 * @param texts what is loaded; topics without text are found by title alone
 */
export function search(
  outline: WalkOutline,
  texts: ReadonlyMap<string, TopicText>,
  query: string,
  limit = 40,
): readonly Hit[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const ranked: { hit: Hit; rank: number }[] = [];
  const consider = (text: string, extra: string, rank: number, place: Omit<Hit, "text" | "marks">) => {
    const folded = fold(text);
    const all = `${folded} ${fold(extra)}`;
    if (!words.every((word) => all.includes(word))) return;
    const starts = words.every((word) => new RegExp(`(^|[^\\p{L}\\p{N}])${literal(word)}`, "u").test(all));
    ranked.push({ hit: { ...place, text, marks: marksOf(folded, words) }, rank: rank + (starts ? 0 : 2) });
  };
  for (const { pillar, topic } of placesOf(outline)) {
    const text = texts.get(topic.id);
    consider(topic.title, text?.prompt ?? "", 0, { topic: topic.id, criterion: null, where: pillar.title });
    for (const criterion of text?.criteria ?? []) {
      const where = `${pillar.title} · ${topic.short}`;
      consider(criterion.statement, "", 1, { topic: topic.id, criterion: criterion.id, where });
    }
  }
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ hit }) => hit);
}

/** Same length as the text, so that places in it are places in the text. */
function fold(text: string): string {
  return Array.from(text, (letter) => {
    const plain = letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    return plain.length === letter.length ? plain : letter;
  }).join("");
}

function marksOf(folded: string, words: readonly string[]): readonly (readonly [number, number])[] {
  const marks: [number, number][] = [];
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      marks.push([at, at + word.length]);
    }
  }
  marks.sort((a, b) => a[0] - b[0]);
  const joined: [number, number][] = [];
  for (const mark of marks) {
    const last = joined.at(-1);
    if (last && mark[0] <= last[1]) last[1] = Math.max(last[1], mark[1]);
    else joined.push(mark);
  }
  return joined;
}

function literal(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
