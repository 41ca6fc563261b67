/** A member of the organization, as the walk knows them. */
export type WalkPerson = Readonly<{
  id: string;
  name: string;
  role: string;
  /** False for an assessor to whom nothing of this assessment is assigned. */
  sees: boolean;
}>;

/** First letters of the first and the last name, such as "ML"; "?" for no name. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/u).filter((word) => /^\p{L}/u.test(word));
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  const letters = [first, last].flatMap((word) => (word ? [...word].slice(0, 1) : []));
  return letters.join("").toUpperCase() || "?";
}
