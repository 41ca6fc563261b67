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
 * Finds topics by title and prompt, and criteria by statement, how to check and where to look. Every word must be
 * found; case and accents don't matter. What is found in the words that are shown comes first, the beginnings of words
 * before their middles, topics before criteria.
 *
 * @param texts what is loaded; topics without text are found by title alone
 */
export function search(
  outline: WalkOutline,
  texts: ReadonlyMap<string, TopicText>,
  query: string,
  limit = 40,
): readonly Hit[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  const ranked: { hit: Hit; rank: number }[] = [];
  const consider = (text: string, extra: string, rank: number, place: Omit<Hit, "text" | "marks">) => {
    const folded = fold(text);
    const all = `${folded} ${fold(extra)}`;
    if (!words.every((word) => all.includes(word))) return;
    const starts = words.every((word) => new RegExp(`(^|[^\\p{L}\\p{N}])${literal(word)}`, "u").test(all));
    const beside = words.every((word) => folded.includes(word)) ? 0 : 4;
    ranked.push({ hit: { ...place, text, marks: marksOf(folded, words) }, rank: rank + beside + (starts ? 0 : 2) });
  };
  for (const { pillar, topic } of placesOf(outline)) {
    const text = texts.get(topic.id);
    consider(topic.title, text?.prompt ?? "", 0, { topic: topic.id, criterion: null, where: pillar.title });
    for (const criterion of text?.criteria ?? []) {
      const where = `${pillar.title} · ${topic.short}`;
      const around = [criterion.check, ...criterion.look].join(" ");
      consider(criterion.statement, around, 1, { topic: topic.id, criterion: criterion.id, where });
    }
  }
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ hit }) => hit);
}

/** A page, an organization, an assessment or an action that can be found by its name. */
export type Named = Readonly<{ id: string; name: string; where: string }>;
export type NamedHit<N extends Named> = Readonly<{ named: N; marks: Hit["marks"] }>;

/**
 * Finds what has a name. Every word must be in the name or beside it; names that begin with the first word come first,
 * else the order stays. Without words everything is found.
 *
 * @param where "name": at least one of the words is in the name itself
 */
export function searchNamed<N extends Named>(
  all: readonly N[],
  query: string,
  where: "name" | "anywhere" = "name",
): readonly NamedHit<N>[] {
  const words = wordsOf(query);
  const [first] = words;
  if (first === undefined) return all.map((named) => ({ named, marks: [] }));
  return all
    .flatMap((named) => {
      const folded = fold(named.name);
      const around = `${folded} ${fold(named.where)}`;
      if (!words.every((word) => around.includes(word))) return [];
      if (where === "name" && !words.some((word) => folded.includes(word))) return [];
      return [{ hit: { named, marks: marksOf(folded, words) }, rank: folded.startsWith(first) ? 0 : 1 }];
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ hit }) => hit);
}

/** Tells of texts whether every word is in them; case and accents don't matter. Without words each has them. */
export function hasWords(query: string): (text: string) => boolean {
  const words = wordsOf(query);
  // A text is only looked at where something is sought: what folding costs shows in a long list.
  return (text) => {
    if (words.length === 0) return true;
    const folded = fold(text);
    return words.every((word) => folded.includes(word));
  };
}

function wordsOf(query: string): readonly string[] {
  return fold(query).split(/\s+/).filter(Boolean);
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
