/** An open question that waits for the actor, as home shows it. */
export type MyQuestion = Readonly<{
  id: string;
  text: string;
  criterion: string;
  statement: string;
  /** The assessment's name, and its slug. */
  assessment: string;
  slug: string;
  askedBy: string;
  /** YYYY-MM-DD */
  askedOn: string;
}>;
